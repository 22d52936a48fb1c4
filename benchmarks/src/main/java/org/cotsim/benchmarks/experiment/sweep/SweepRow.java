package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;

/**
 * One measured cell of a sweep: a problem at one length under one budget.
 *
 * @param problem the name by which the problem was asked
 * @param by the way in which its decoder is built, as {@code --by} names it; empty if there is only
 *     one
 * @param languageClass where the problem stands in theory, in plain words
 * @param n the length of the inputs
 * @param currency what the budget counts
 * @param budget the budget as it was asked, a formula in n
 * @param amount the budget at this n
 * @param claimed the amount that the construction claims to need at this n
 * @param claimedSteps the intermediate tokens that it claims to need, thoughts included
 * @param samples the inputs that were decoded
 * @param positives how many of them the oracle accepts
 * @param right how many answers agree with the oracle
 * @param answered how many answers the model gave by itself
 * @param forced how many answers were forced because the budget was spent
 * @param tied how many decodings ended in a tie, which counts as not right
 * @param meanSteps the mean number of intermediate tokens emitted
 * @param distanceRight the mean distance from s to t over graphs where t is reachable and the
 *     answer was right; NaN if there are none
 * @param distanceWrong the same where the answer was wrong
 * @param spent the most of each currency that an answer took, and the size of the decoder
 * @param seeds the seeds of the inputs, each with its share; none where the inputs are listed
 */
public record SweepRow(
    String problem,
    String by,
    String languageClass,
    long n,
    Currency currency,
    String budget,
    long amount,
    long claimed,
    long claimedSteps,
    int samples,
    int positives,
    int right,
    int answered,
    int forced,
    int tied,
    double meanSteps,
    double distanceRight,
    double distanceWrong,
    Spent spent,
    List<SeedCount> seeds) {

  public SweepRow {
    seeds = List.copyOf(seeds);
  }

  /** The same figures of the problem under another name. */
  public SweepRow named(String name) {
    return new SweepRow(
        name,
        by,
        languageClass,
        n,
        currency,
        budget,
        amount,
        claimed,
        claimedSteps,
        samples,
        positives,
        right,
        answered,
        forced,
        tied,
        meanSteps,
        distanceRight,
        distanceWrong,
        spent,
        seeds);
  }

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return samples == 0 ? Double.NaN : (double) right / samples;
  }

  /** Whether the budget was as large as claimed. */
  public boolean reachesClaim() {
    return amount >= claimed;
  }

  /** Intermediate tokens: the budget, if it counts them, else the most that an answer took. */
  public long steps() {
    return paid().steps();
  }

  /** What was paid in each currency: the budget in its own, what was taken in the others. */
  public Spent paid() {
    return spent.allowing(currency, amount);
  }

  /**
   * Rows that differ in nothing but their seed, as one: counts are added, claims and what was spent
   * are the most, a mean distance is the mean of those there are.
   *
   * @param rows at least one
   */
  static SweepRow together(List<SweepRow> rows) {
    SweepRow first = rows.get(0);
    if (rows.size() == 1) {
      return first;
    }
    int samples = sum(rows, SweepRow::samples);
    return new SweepRow(
        first.problem,
        first.by,
        first.languageClass,
        first.n,
        first.currency,
        first.budget,
        Math.round(rows.stream().mapToDouble(SweepRow::amount).average().orElseThrow()),
        rows.stream().mapToLong(SweepRow::claimed).max().orElseThrow(),
        rows.stream().mapToLong(SweepRow::claimedSteps).max().orElseThrow(),
        samples,
        sum(rows, SweepRow::positives),
        sum(rows, SweepRow::right),
        sum(rows, SweepRow::answered),
        sum(rows, SweepRow::forced),
        sum(rows, SweepRow::tied),
        rows.stream().mapToDouble(row -> row.meanSteps * row.samples / samples).sum(),
        mean(rows, SweepRow::distanceRight),
        mean(rows, SweepRow::distanceWrong),
        rows.stream().map(SweepRow::spent).reduce(Spent.NONE, Spent::max),
        rows.stream().flatMap(row -> row.seeds.stream()).toList());
  }

  private static int sum(List<SweepRow> rows, ToIntFunction<SweepRow> count) {
    return rows.stream().mapToInt(count).sum();
  }

  private static double mean(List<SweepRow> rows, ToDoubleFunction<SweepRow> figure) {
    return rows.stream().mapToDouble(figure).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
