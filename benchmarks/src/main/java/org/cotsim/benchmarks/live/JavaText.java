package org.cotsim.benchmarks.live;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Formatted text as Java has it: the class library in the browser has no {@code %g}, and another
 * {@code %f}.
 */
final class JavaText {

  private static final int LEAST_EXPONENT = -4; // of a number that %g writes in full

  private JavaText() {}

  @InsteadOf(String.class)
  static String formatted(String pattern, Object... arguments) {
    return format(pattern, arguments);
  }

  @InsteadOf(String.class)
  static String format(Locale locale, String pattern, Object... arguments) {
    return format(pattern, arguments);
  }

  /** Conversions of numbers with a point are done here, all others where they can be. */
  @InsteadOf(String.class)
  static String format(String pattern, Object... arguments) {
    Object[] prepared = arguments.clone();
    StringBuilder others = new StringBuilder();
    int argument = 0;
    for (int at = 0; at < pattern.length(); at++) {
      others.append(pattern.charAt(at));
      if (pattern.charAt(at) != '%') {
        continue;
      }
      int end = at + 1;
      while ("-+ 0123456789.,#(".indexOf(pattern.charAt(end)) >= 0) {
        end++;
      }
      char conversion = pattern.charAt(end);
      if (conversion == 'g' || conversion == 'f') {
        int digits = Integer.parseInt(pattern.substring(at + 2, end)); // always %.2g here
        prepared[argument] = number((Double) prepared[argument], digits, conversion);
        others.append('s');
      } else {
        others.append(pattern, at + 1, end + 1);
      }
      if (conversion != '%' && conversion != 'n') {
        argument++;
      }
      at = end;
    }
    return String.format(others.toString(), prepared);
  }

  private static String number(double value, int digits, char conversion) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal exact = BigDecimal.valueOf(value); // of the digits that Java shows
    if (conversion == 'f') {
      return exact.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
    if (value == 0) {
      return BigDecimal.ZERO.setScale(digits - 1).toPlainString();
    }
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < digits) {
      return rounded.setScale(digits - 1 - exponent).toPlainString();
    }
    String significand = rounded.scaleByPowerOfTen(-exponent).setScale(digits - 1).toPlainString();
    String size = String.valueOf(Math.abs(exponent));
    return significand + (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" : "") + size;
  }
}
