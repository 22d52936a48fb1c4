package org.cotsim.simulator.assemble;

/**
 * What one arg max relies on: scores that should be equal stay within the tolerance of each other,
 * and smaller ones stay outside.
 *
 * @param name the head, or the output
 * @param gap the smallest difference between the largest score and the next, in exact arithmetic
 * @param noise the largest rounding error of one score
 * @param tolerance scores within this distance of the largest count as equal to it
 */
public record ScoreClaim(String name, double gap, double noise, double tolerance) {

  /** Whether rounding cannot change the set of maximal scores. */
  public boolean holds() {
    return 2 * noise < tolerance && tolerance + 2 * noise < gap;
  }
}
