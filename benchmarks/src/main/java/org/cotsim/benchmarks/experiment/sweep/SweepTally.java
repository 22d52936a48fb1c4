package org.cotsim.benchmarks.experiment.sweep;

import java.util.LongSummaryStatistics;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;

/** The counts of one budget. */
final class SweepTally {
  private int samples;
  private int positives;
  private int right;
  private int answered;
  private int forced;
  private int tied;
  private long emitted;
  private long amounts;
  private long claimed;
  private long claimedSteps;
  private Spent spent = Spent.NONE;
  private final LongSummaryStatistics distancesRight = new LongSummaryStatistics();
  private final LongSummaryStatistics distancesWrong = new LongSummaryStatistics();

  /** An answer: the outcome of a decoding under the budget of this amount, by its index. */
  void add(
      Expected expected,
      long claim,
      long amount,
      Decoding decoding,
      int index,
      Spent taken,
      OptionalInt distance) {
    Outcome outcome = decoding.outcomes().get(index);
    samples++;
    amounts += amount;
    claimed = Math.max(claimed, claim);
    claimedSteps = Math.max(claimedSteps, expected.steps());
    positives += expected.accepts() ? 1 : 0;
    boolean agrees = expected.isGivenBy(decoding, outcome);
    right += agrees ? 1 : 0;
    distance.ifPresent(agrees ? distancesRight : distancesWrong);
    answered += outcome instanceof Outcome.Answered ? 1 : 0;
    boolean spends =
        outcome instanceof Outcome.BudgetSpent || outcome instanceof Outcome.ContextFull;
    forced += spends ? 1 : 0;
    tied += outcome instanceof Outcome.Tied ? 1 : 0;
    emitted += Spent.emitted(outcome);
    spent = spent.max(taken);
  }

  boolean isEmpty() {
    return samples == 0;
  }

  SweepRow toRow(Problem<?> problem, int n, Budget budget, OptionalLong seed) {
    return new SweepRow(
        WaysToBuild.subject(problem),
        WaysToBuild.way(problem),
        problem.languageClass(),
        n,
        budget.currency(),
        budget.formula().toString(),
        Math.round((double) amounts / samples),
        claimed,
        claimedSteps,
        samples,
        positives,
        right,
        answered,
        forced,
        tied,
        (double) emitted / samples,
        mean(distancesRight),
        mean(distancesWrong),
        spent,
        seed.stream().mapToObj(one -> new SeedCount(one, samples, right)).toList());
  }

  private static double mean(LongSummaryStatistics distances) {
    return distances.getCount() == 0 ? Double.NaN : distances.getAverage();
  }
}
