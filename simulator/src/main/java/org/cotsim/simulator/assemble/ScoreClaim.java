package org.cotsim.simulator.assemble;

/**
 * What one arg max relies on: scores that should be equal stay within the tolerance of each other,
 * and smaller ones stay outside.
 *
 * @param name the head, or the output
 * @param gap the smallest difference between the largest score and the next, in exact arithmetic
 * @param noise the largest rounding error of one score
 * @param tolerance scores within this distance of the largest count as equal to it; 0 for a sign,
 *     with which nothing ties
 */
public record ScoreClaim(String name, double gap, double noise, double tolerance) {

  /**
   * The claim that rounding turns no sign of a number.
   *
   * @param gap between the least positive number and the least negative one in size
   * @param noise the largest error of the number
   */
  public static ScoreClaim sign(String name, double gap, double noise) {
    return new ScoreClaim(name, gap, noise, 0);
  }

  /** Whether this is about the sign of a number. */
  public boolean isSign() {
    return tolerance == 0;
  }

  /** Whether rounding cannot change the set of maximal scores. */
  public boolean holds() {
    return isSign() ? 2 * noise < gap : 2 * noise < tolerance && tolerance + 2 * noise < gap;
  }

  /** How many times the noise the gap has to be, at least. */
  public int timesTheNoise() {
    return isSign() ? 2 : 4;
  }
}
