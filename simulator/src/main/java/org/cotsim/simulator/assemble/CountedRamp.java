package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A number that grows with the position, by at least about 1/(6 M) from one to the next: {@code m /
 * sqrt(m^2 + c^2)} for the m-th position from 1.
 *
 * <p>It is the first component of the hash {@code LN(m, c, -m, -c)}, read from 1/m, so that a
 * position needs to know no more than its share of all positions so far. Where no key has to match,
 * this tells the latest of several positions by a gap that is linear in 1/M, against 1/M^2 of a
 * look-up by number.
 *
 * @param hash with a scale near the largest m
 * @param largest M, the largest m
 */
public record CountedRamp(LayerNormHash hash, long largest) implements PositionRamp {

  /** The ramp over so many positions. */
  public static CountedRamp over(long positions) {
    return new CountedRamp(LayerNormHash.scaledTo(positions), positions);
  }

  /**
   * Reads the ramp.
   *
   * @param inverse 1/m, as a form over the residual stream
   * @param one the number 1, as a form over the residual stream
   */
  public LinearForm of(SublayerInput input, LinearForm inverse, LinearForm one) {
    return hash.ofInverse(input, inverse, one).get(0);
  }

  /**
   * The least step from one position to the next: the last one, since the ramp is concave.
   *
   * <p>From m - 1 to m it is {@code c^2 (2 m - 1) / (a b (m a + (m - 1) b))} with {@code a =
   * sqrt((m - 1)^2 + c^2)} and {@code b = sqrt(m^2 + c^2)}, which has no cancellation.
   */
  @Override
  public double gap() {
    double c = hash.scale();
    double m = Math.max(2, largest);
    double a = Math.hypot(m - 1, c);
    double b = Math.hypot(m, c);
    return (c / a) * (c / b) * ((2 * m - 1) / (m * a + (m - 1) * b));
  }

  /** Of the ramp, read from a mean of a start flag over m positions, and of the score. */
  @Override
  public double noise(RoundingError errors) {
    double ramp = errors.hash(errors.mean((double) largest) / 2); // d atan(y) <= (dy / y) / 2
    return ramp + SUM * errors.operations(TERMS);
  }

  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    return hash.ranges(arithmetic, 1, 1);
  }
}
