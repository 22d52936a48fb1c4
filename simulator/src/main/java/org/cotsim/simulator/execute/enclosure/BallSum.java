package org.cotsim.simulator.execute.enclosure;

/**
 * A sum of products of balls, rounded in whatever order it is added up, fused or not.
 *
 * <p>With n terms the sum is off by at most {@code gamma(n - 1)} times their sizes, and not at all
 * where all terms are multiples of a power of two that stay within the bits (N. J. Higham,
 * "Accuracy and Stability of Numerical Algorithms", section 4.2).
 */
final class BallSum {

  private final Roundings roundings;
  private double mid;
  private double rad; // what the terms carry in
  private double size; // of all terms
  private double multiplied; // of the terms whose products are rounded
  private int terms;
  private boolean exact;
  private int lowest; // bit of all terms

  BallSum(Roundings roundings) {
    this.roundings = roundings;
    clear();
  }

  void clear() {
    mid = 0;
    rad = 0;
    size = 0;
    multiplied = 0;
    terms = 0;
    exact = true;
    lowest = Double.MAX_EXPONENT;
  }

  /** Adds a ball. */
  void add(double number, double radius) {
    add(number, radius, 1, 0);
  }

  /** Adds a product. */
  void add(double a, double ra, double b, double rb) {
    if ((a == 0 && ra == 0) || (b == 0 && rb == 0)) {
      return; // adding 0 rounds nothing
    }
    double product = a * b;
    double carried = 0;
    if (ra == 0 && rb == 0) {
      lowest = Math.min(lowest, Roundings.lowestBit(a) + Roundings.lowestBit(b));
    } else {
      exact = false;
      carried = Math.abs(a) * rb + Math.abs(b) * ra + ra * rb;
    }
    double largest = Math.abs(product) + carried;
    if (!(ra == 0 && Roundings.isPowerOfTwo(a)) && !(rb == 0 && Roundings.isPowerOfTwo(b))) {
      multiplied += largest;
    }
    mid += product;
    rad += carried;
    size += largest;
    terms++;
  }

  /** Writes the rounded sum into a component. */
  void writeTo(Balls balls, int i) {
    double radius = exact && isExact() ? 0 : Roundings.up(rad + rounding());
    if (size + radius <= roundings.largest()) {
      balls.mid()[i] = mid;
      balls.rad()[i] = radius;
    } else {
      balls.forget(i);
    }
  }

  private boolean isExact() {
    return terms == 0 || roundings.areExact(lowest, size);
  }

  private double rounding() {
    double products = roundings.unit() * multiplied;
    double sums =
        switch (terms) {
          case 0, 1 -> 0;
          case 2 -> roundings.unit() * (Math.abs(mid) + rad + products);
          default -> roundings.operations(terms - 1) * (size + products);
        };
    return products + sums + terms * roundings.tiny();
  }
}
