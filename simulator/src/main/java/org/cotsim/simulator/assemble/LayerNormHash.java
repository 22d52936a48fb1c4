package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * The layer-norm hash {@code phi(k, c) = LN(k, c, -k, -c)} of a count k: a unit vector that two
 * positions can compare although each knows k only up to its own scale.
 *
 * <p>The plain hash has c = 1; the scaled one has c near the largest count, which spreads the keys
 * almost evenly over an angle. Source: Merrill and Sabharwal 2024, lemmas 1, 2 and 8 for the plain
 * hash; the scale is this project's.
 *
 * @param scale c, a power of two, so that multiplying by it rounds nothing
 */
public record LayerNormHash(double scale) {

  public LayerNormHash {
    if (!(scale >= 1) || Math.scalb(1.0, Math.getExponent(scale)) != scale) {
      throw new IllegalArgumentException("a hash scale is a power of two: " + scale);
    }
  }

  /** The hash as published, {@code phi(k, 1)}. */
  public static LayerNormHash plain() {
    return new LayerNormHash(1);
  }

  /** The hash whose scale is the least power of two that is at least the largest count. */
  public static LayerNormHash scaledTo(long largestCount) {
    double scale = 1;
    while (scale < largestCount) {
      scale *= 2;
    }
    return new LayerNormHash(scale);
  }

  /**
   * Reads the hash of k from a coordinate that holds 1/k and one that holds 1: {@code (1, c / k)}.
   *
   * @return two forms over the sublayer's input, a unit vector
   */
  public List<LinearForm> ofInverse(SublayerInput input, LinearForm inverse, LinearForm one) {
    return input.read(one, inverse.times(scale)).all();
  }

  /**
   * Reads the hash of k from a coordinate that holds k and one that holds 1: {@code (k, c)}.
   *
   * @return two forms over the sublayer's input, a unit vector
   */
  public List<LinearForm> of(SublayerInput input, LinearForm number, LinearForm one) {
    return input.read(number, one.times(scale)).all();
  }

  /** The count whose hash has these two coordinates, up to rounding. */
  public long count(double x, double y) {
    return Math.round(scale * x / y);
  }

  /**
   * What reading {@link #ofInverse} or {@link #of} needs of an arithmetic: the squares of its
   * coordinates, for counts known up to a factor of 1/m.
   *
   * @param largest the largest of the two coordinates and the scale
   * @param largestDivisor the largest m by which both coordinates are divided, or 1
   */
  public List<RangeClaim> ranges(Arithmetic arithmetic, double largest, double largestDivisor) {
    double coordinate = Math.max(largest, scale);
    double smallest = scale / largestDivisor; // the coordinate that is never zero
    return List.of(
        RangeClaim.overflow(
            arithmetic, "the square of a hash's coordinates", 4 * coordinate * coordinate),
        RangeClaim.underflow(
            arithmetic, "one over the square of a hash's scale", 1 / (smallest * smallest)));
  }

  /**
   * The gap between the score 1 of equal counts and the largest score of different ones.
   *
   * <p>Counts k and k + 1 differ by the angle {@code atan(c / (c^2 + k (k + 1)))}, which is
   * smallest for the largest k; the gap is one minus its cosine: about 1/(8 N^2) for c = N, 1/(2
   * N^4) for c = 1.
   *
   * @param largestCount N, the largest count that is compared
   */
  public double gap(long largestCount) {
    double tangent = scale / (scale * scale + (double) largestCount * (largestCount - 1));
    double secant = Math.sqrt(1 + tangent * tangent);
    return tangent * tangent / (secant * (secant + 1)); // 1 - 1/secant without cancellation
  }
}
