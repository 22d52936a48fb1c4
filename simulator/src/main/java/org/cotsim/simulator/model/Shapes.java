package org.cotsim.simulator.model;

/** Checks that the shapes of parts fit, with a message that names both. */
final class Shapes {

  private Shapes() {}

  static void equal(String what, int one, int other) {
    if (one != other) {
      throw new IllegalArgumentException(what + " differ: " + one + " and " + other);
    }
  }
}
