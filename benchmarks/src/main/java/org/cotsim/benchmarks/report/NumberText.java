package org.cotsim.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Figures as text, the same on every machine and Java version.
 *
 * <p>{@code Double.toString} is avoided: Java 19 changed its digits.
 */
public final class NumberText {
  private static final int SHARE_DIGITS = 3;

  private NumberText() {}

  /** So many of something: 1 token, 2 tokens. */
  public static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** A figure for data files: at most six decimals and at least one. */
  static BigDecimal decimal(double value) {
    BigDecimal plain = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    BigDecimal bare = plain.stripTrailingZeros();
    return bare.scale() < 1 ? bare.setScale(1) : bare;
  }

  /** A figure between 0 and 1 for people: three decimals. */
  static String three(double value) {
    return new BigDecimal(value).setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A figure for people: one decimal. */
  static String one(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A share for people, three decimals; 1.000 only if it is the whole, 0.000 only if nothing. */
  static String share(long part, long whole) {
    return thousandths(part, whole).toPlainString();
  }

  /** A share in per cent for people, one decimal; 100.0 only if it is the whole. */
  public static String percent(long part, long whole) {
    return thousandths(part, whole).movePointRight(2).toPlainString() + " %";
  }

  private static BigDecimal thousandths(long part, long whole) {
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(SHARE_DIGITS);
    BigDecimal rounded =
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    if (part < whole) {
      rounded = rounded.min(BigDecimal.ONE.subtract(smallest));
    }
    return part > 0 ? rounded.max(smallest) : rounded;
  }
}
