package org.cotsim.simulator.execute.enclosure;

/** A vector of balls: real numbers, each known up to a radius. */
final class Balls {

  private final double[] mid; // [size], finite
  private final double[] rad; // [size], at least 0, infinite where nothing is known

  private Balls(int size) {
    this.mid = new double[size];
    this.rad = new double[size];
  }

  /** Zeros, known exactly. */
  static Balls zeros(int size) {
    return new Balls(size);
  }

  int size() {
    return mid.length;
  }

  /** The centres themselves, [size]. */
  double[] mid() {
    return mid;
  }

  /** The radii themselves, [size]. */
  double[] rad() {
    return rad;
  }

  /** Replaces a component by a number about which nothing is known. */
  void forget(int i) {
    mid[i] = 0;
    rad[i] = Double.POSITIVE_INFINITY;
  }
}
