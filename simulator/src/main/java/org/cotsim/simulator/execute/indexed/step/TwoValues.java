package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

/**
 * Vectors as bits of a {@code long}, as long as each component takes two values, such as digits.
 */
final class TwoValues {

  final double[] ones; // [component], what a bit 1 stands for
  final double[] zeros; // [component], what a bit 0 stands for
  final double[] missing; // [component], infinite while there is only one value, then 0
  private long code; // of the latest vector

  /** Begins with the values of a vector of at most 64 components. */
  TwoValues(double[] vector) {
    this.ones = vector.clone();
    this.zeros = vector.clone();
    this.missing = new double[vector.length];
    Arrays.fill(missing, Double.POSITIVE_INFINITY);
  }

  /** Takes a vector; answers false, and does nothing, if a component has a third value. */
  boolean take(double[] vector) {
    long bits = 0;
    long neither = 0;
    for (int c = 0; c < vector.length; c++) {
      long one = vector[c] == ones[c] ? 1 : 0;
      long zero = vector[c] == zeros[c] ? 1 : 0;
      bits |= one << c;
      neither |= (1 - (one | zero)) << c;
    }
    code = bits;
    return neither == 0 || learn(vector, neither);
  }

  private boolean learn(double[] vector, long neither) {
    for (int c = 0; c < vector.length; c++) {
      if ((neither >> c & 1) != 0 && missing[c] == 0) {
        return false;
      }
    }
    for (int c = 0; c < vector.length; c++) {
      if ((neither >> c & 1) != 0) {
        missing[c] = 0;
        zeros[c] = vector[c];
      }
    }
    return true;
  }

  /** The bits of the vector that was taken last. */
  long code() {
    return code;
  }

  double get(long bits, int component) {
    return (bits >> component & 1) != 0 ? ones[component] : zeros[component];
  }
}
