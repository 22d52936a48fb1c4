package org.cotsim.simulator.assemble;

import org.cotsim.simulator.model.Arithmetic;

/**
 * A number that a construction needs and that its arithmetic, or this program, must have.
 *
 * @param name what the number is
 * @param needed the largest that occurs
 * @param limit the largest that the arithmetic has, or has exactly
 */
public record RangeClaim(String name, double needed, double limit) {

  /** Whether the arithmetic has the number. */
  public boolean holds() {
    return needed <= limit;
  }

  /**
   * Integers up to this one must be exact: a head sums the weights of what it counts one by one.
   */
  public static RangeClaim integers(Arithmetic arithmetic, String name, double needed) {
    return new RangeClaim(name, needed, arithmetic.largestInteger());
  }

  /** A position table of this many entries must fit into a matrix. */
  public static RangeClaim table(double entries) {
    return new RangeClaim("the entries of the position table", entries, Integer.MAX_VALUE);
  }

  /** A number of this size must not overflow. */
  public static RangeClaim overflow(Arithmetic arithmetic, String name, double needed) {
    return new RangeClaim(name, needed, arithmetic.largest());
  }

  /** One over a number of this size must not lose bits to underflow. */
  public static RangeClaim underflow(Arithmetic arithmetic, String name, double needed) {
    return new RangeClaim(name, needed, 1 / arithmetic.smallestNormal());
  }
}
