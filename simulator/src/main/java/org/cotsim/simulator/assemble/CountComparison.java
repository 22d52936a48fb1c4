package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Whether a sum of counts {@code S = a_1 n_1 + ... + a_k n_k + a_0} is at least 0, for integers
 * a_i.
 *
 * <p>A position knows the counts as shares {@code n_i / m} and the 1 as {@code 1/m}, so that {@code
 * (S + 1/2) / m} is a linear form, never 0. Its sign is what normalising it leaves: the norm turns
 * a gap that shrinks with the length into a constant one, and neither a head nor a hidden unit is
 * needed. What limits the length is the rounding of the form.
 *
 * @param weights a_1 ... a_k
 * @param constant a_0
 */
public record CountComparison(List<Long> weights, long constant) {

  private static final double GAP = 1; // of S + 1/2, between S = 0 and S = -1

  public CountComparison {
    weights = List.copyOf(weights);
  }

  /**
   * Reads 1 where S is at least 0, else 0.
   *
   * @param shares {@code n_i / m}, as forms over the residual stream
   * @param inverse {@code 1/m}, as a form over the residual stream
   */
  public LinearForm atLeastZero(SublayerInput input, List<LinearForm> shares, LinearForm inverse) {
    LinearForm sum = inverse.times(constant + 0.5);
    for (int k = 0; k < weights.size(); k++) {
      sum = sum.plus(shares.get(k).times(weights.get(k)));
    }
    return input.readSign(sum).at(0).times(0.5).plus(0.5);
  }

  /**
   * What the sign relies on: {@code S + 1/2} is off by less than 1/2.
   *
   * @param largestCount the largest that a single count can be
   */
  public ScoreClaim claim(String name, double largestCount, RoundingError errors) {
    double size = weights.stream().mapToDouble(Math::abs).sum();
    double offset = Math.abs(constant + 0.5);
    double terms = weights.size() + 3.0; // a weight rounded, its product, the sum
    double noise =
        size * (largestCount * errors.operations(2) + errors.mean(largestCount))
            + offset * errors.mean(largestCount)
            + errors.operations(terms) * (size * largestCount + offset);
    return new ScoreClaim(name, GAP, noise, GAP / 2);
  }

  /**
   * What the sign needs of an arithmetic: the square of {@code (S + 1/2) / m}.
   *
   * @param largestDivisor the largest m
   */
  public List<RangeClaim> ranges(Arithmetic arithmetic, double largestDivisor) {
    double size = weights.stream().mapToDouble(Math::abs).sum() + Math.abs(constant + 0.5);
    return List.of(
        RangeClaim.overflow(arithmetic, "the square of a sum of shares", 4 * size * size),
        RangeClaim.underflow(
            arithmetic,
            "one over the square of half a share",
            4 * largestDivisor * largestDivisor));
  }
}
