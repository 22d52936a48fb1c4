package org.cotsim.simulator.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds exact results, or results of many more digits than matter, in decimal arithmetic. */
public final class ExactRounding {

  private static final MathContext DIGITS = new MathContext(120, RoundingMode.DOWN);

  private ExactRounding() {}

  static double sum(double a, double b, Arithmetic arithmetic) {
    return round(new BigDecimal(a).add(new BigDecimal(b)), arithmetic);
  }

  static double product(double a, double b, Arithmetic arithmetic) {
    return round(new BigDecimal(a).multiply(new BigDecimal(b)), arithmetic);
  }

  static double quotient(double a, double b, Arithmetic arithmetic) {
    return round(new BigDecimal(a).divide(new BigDecimal(b), DIGITS), arithmetic);
  }

  static double squareRoot(double a, Arithmetic arithmetic) {
    return round(new BigDecimal(a).sqrt(DIGITS), arithmetic);
  }

  /** The number of the arithmetic for a real number. */
  public static double round(BigDecimal exact, Arithmetic arithmetic) {
    if (exact.signum() == 0) {
      return 0;
    }
    BigDecimal two = BigDecimal.valueOf(2);
    int exponent = Math.getExponent(exact.abs().doubleValue());
    exponent += exact.abs().compareTo(power(exponent)) < 0 ? -1 : 0;
    exponent += exact.abs().compareTo(power(exponent).multiply(two)) >= 0 ? 1 : 0;
    int lowest = Math.getExponent(arithmetic.smallestNormal());
    int unit = Math.max(exponent, lowest) - arithmetic.precision() + 1;
    RoundingMode mode =
        arithmetic.rounding() == Arithmetic.Rounding.NEAREST
            ? RoundingMode.HALF_EVEN
            : RoundingMode.DOWN;
    BigDecimal units = exact.multiply(power(-unit)).setScale(0, mode);
    BigDecimal rounded = units.multiply(power(unit));
    if (rounded.abs().compareTo(new BigDecimal(arithmetic.largest())) > 0) {
      return exact.signum() * (mode == RoundingMode.DOWN ? arithmetic.largest() : 1.0 / 0.0);
    }
    return rounded.doubleValue();
  }

  private static BigDecimal power(int exponent) {
    BigDecimal size = BigDecimal.valueOf(2).pow(Math.abs(exponent));
    return exponent >= 0 ? size : BigDecimal.ONE.divide(size);
  }
}
