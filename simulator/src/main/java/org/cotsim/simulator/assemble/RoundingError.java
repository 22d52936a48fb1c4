package org.cotsim.simulator.assemble;

import org.cotsim.simulator.model.Arithmetic;

/**
 * First-order bounds on the rounding errors of the operations that lead to a score.
 *
 * <p>Errors are absolute, of vectors in the Euclidean norm, for unit vectors unless said otherwise;
 * they hold for any order of summation.
 *
 * @param unitRoundoff u, the largest relative error of one operation
 */
public record RoundingError(double unitRoundoff) {

  /** Bounds for an arithmetic. */
  public static RoundingError in(Arithmetic arithmetic) {
    return new RoundingError(arithmetic.unitRoundoff());
  }

  /**
   * The relative error of a mean of exact values of which one is not zero: one rounding for the
   * weight, one for the product.
   */
  public double mean() {
    return 2 * unitRoundoff;
  }

  /**
   * The error of the direction {@code x / ||x||} of m exact coordinates, read as {@code LN(x, -x)}.
   *
   * <p>With M = 2m components: the mean is off by at most (M - 1) u sqrt(M) / M of the norm in each
   * of them, the difference by u, the norm by (M + 3) u / 2, the quotient by u; the factor sqrt(2)
   * and its product add 2 u.
   */
  public double direction(int coordinates) {
    double size = 2.0 * coordinates;
    return unitRoundoff * ((size - 1) + 1 + (size + 3) / 2 + 1 + 2);
  }

  /**
   * The error of a hash whose two coordinates carry an error already.
   *
   * @param angle the error of the angle that comes from the coordinates, in radians
   */
  public double hash(double angle) {
    return angle + direction(2);
  }

  /**
   * The error of the score of two vectors of length at most 1.
   *
   * @param query the error of the query
   * @param key the error of the key
   * @param size the components of both
   */
  public double score(double query, double key, int size) {
    return query + key + query * key + size * unitRoundoff * (1 + query) * (1 + key);
  }
}
