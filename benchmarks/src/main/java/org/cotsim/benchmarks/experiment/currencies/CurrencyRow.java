package org.cotsim.benchmarks.experiment.currencies;

import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;

/**
 * What one way to decide a problem costs at one length.
 *
 * @param problem the name by which the problem was asked
 * @param by the way in which its decoder is built, as {@code --by} names it; empty if there is only
 *     one
 * @param n the length of the inputs
 * @param spent the most of each currency that an answer took, and the size of the decoder
 * @param need how much is needed of what this way is bought with
 * @param depth the layers that a token passes through, each application counted
 * @param right how many answers agree with the oracle
 * @param wrong how many do not, ties and answers that were forced too early included
 * @param operations multiply-adds for the answer with the most context, see {@link Operations}
 * @param seconds the median wall time of an answer, prompt and chain
 */
public record CurrencyRow(
    String problem,
    String by,
    int n,
    Spent spent,
    Need need,
    int depth,
    int right,
    int wrong,
    long operations,
    double seconds) {

  /**
   * How much is needed of what a way is bought with.
   *
   * @param currency what it is bought with
   * @param claimed the most that the construction claims to need for an answer
   * @param observed the least amount that was found to be enough for all sampled answers, up to the
   *     claim; empty if it was not looked for
   * @param mean what answers took of it on average
   */
  public record Need(Currency currency, long claimed, OptionalLong observed, double mean) {}
}
