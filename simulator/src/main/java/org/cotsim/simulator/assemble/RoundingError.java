package org.cotsim.simulator.assemble;

import org.cotsim.simulator.model.Arithmetic;

/**
 * Bounds on the rounding errors of the operations that lead to a score.
 *
 * <p>Errors are absolute, of vectors in the Euclidean norm, for unit vectors unless said otherwise;
 * they hold for any order of summation. k operations in a row are off by at most {@code k u / (1 -
 * k u)}, which covers the products of errors that matter where u is large (N. J. Higham, "Accuracy
 * and Stability of Numerical Algorithms", lemma 3.1).
 *
 * @param unitRoundoff u, the largest relative error of one operation
 * @param reading the relative error by which every component that a sublayer reads is off after its
 *     own normalisation, because the sublayer normalises once more; usually 0
 */
public record RoundingError(double unitRoundoff, double reading) {

  /** Bounds for an arithmetic; weights never have more than the 53 bits of a {@code double}. */
  public static RoundingError in(Arithmetic arithmetic) {
    double weights = Math.scalb(1.0, -Arithmetic.DOUBLE);
    return new RoundingError(Math.max(arithmetic.unitRoundoff(), weights), 0);
  }

  /** The error of so many operations in a row, infinite where they may lose everything. */
  public double operations(double count) {
    double first = count * unitRoundoff;
    return first < 1 ? first / (1 - first) : Double.POSITIVE_INFINITY;
  }

  /**
   * The same where every sublayer normalises what it reads once more, see {@link ProjectedNorms}.
   *
   * <p>With D components of norm sqrt(k), k at most D / 2, the mean is off by at most u D, the
   * projections by as many u as they have components, the norm by (D + 3) u / 2, the quotient, the
   * factor and its product by 3 u: less than 3 D + 8 in all, for a component that is read with a
   * factor of at most 8.
   */
  public RoundingError readingAgain(int largestReading) {
    return new RoundingError(unitRoundoff, 8 * operations(3.0 * largestReading + 8));
  }

  /**
   * The error, in units of 1/m, of a mean of m values of 0, 1 and -1: one rounding for the weight,
   * one for the product; if the values are not exact, their errors and those of their sum.
   *
   * @param count the largest m
   */
  public double mean(double count) {
    return operations(2) + (reading == 0 ? 0 : count * (reading + operations(count)));
  }

  /** The error of a flag, a number that is 0 or 1: none if it is read without rounding. */
  public double flag() {
    return reading;
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
    return operations((size - 1) + 1 + (size + 3) / 2 + 1 + 2) + reading;
  }

  /**
   * The error of a coordinate of such a direction that is 0 before it is read.
   *
   * <p>With M = 2m components it is the error of their mean alone: at most (M - 1) u sqrt(M) / M of
   * the norm; the difference, the quotient, the factor sqrt(2) and its product are relative to it.
   */
  public double absent(int coordinates) {
    double size = 2.0 * coordinates;
    return Math.sqrt(2 / size) * operations(size + (size + 3) / 2 + 4) + reading;
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
    return query + key + query * key + operations(size) * (1 + query) * (1 + key);
  }
}
