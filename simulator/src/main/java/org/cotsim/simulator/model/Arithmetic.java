package org.cotsim.simulator.model;

import java.util.List;

/**
 * A floating-point arithmetic: round to nearest, ties to even, after every operation.
 *
 * <p>Exponents are those of binary64, so nothing overflows that would not overflow there.
 *
 * @param name as a person writes it
 * @param precision bits of the significand, the leading one included
 */
public record Arithmetic(String name, int precision) {

  public static final Arithmetic BINARY64 = new Arithmetic("binary64", 53);
  public static final Arithmetic BINARY32 = new Arithmetic("binary32", 24);

  /** The arithmetics that can be chosen by name. */
  public static List<Arithmetic> values() {
    return List.of(BINARY64, BINARY32);
  }

  public Arithmetic {
    if (precision != 53 && precision != 24) {
      throw new IllegalArgumentException("no arithmetic of " + precision + " bits");
    }
  }

  /**
   * Rounds a binary64 result to this arithmetic.
   *
   * <p>For sums, products, quotients and square roots of numbers of this arithmetic the result is
   * correctly rounded although it was rounded to 53 bits first, since 53 >= 2 * 24 + 2.
   */
  public double round(double value) {
    return precision == 53 ? value : (float) value;
  }

  /** The largest relative error of one operation, 2^-precision. */
  public double unitRoundoff() {
    return Math.scalb(1.0, -precision);
  }

  @Override
  public String toString() {
    return name;
  }
}
