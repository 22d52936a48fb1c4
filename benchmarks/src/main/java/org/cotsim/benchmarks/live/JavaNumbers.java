package org.cotsim.benchmarks.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.DoubleStream;

/**
 * Numbers as Java defines them, bit for bit, where the class library in the browser computes
 * something else.
 *
 * <p>{@code hypot} is that of fdlibm, as in {@link StrictMath}; sums are compensated as those of
 * the JDK.
 */
final class JavaNumbers {

  private static final double INTEGERS = 0x1.0p52; // from here on every double is whole
  private static final long LOW_WORD = 0xFFFF_FFFFL;

  private static final int SCALE = 512;
  private static final int MOST_SCALE = 2_099; // from the least number to beyond the largest

  private JavaNumbers() {}

  /** The nearest whole number, the even one of two. */
  @InsteadOf(Math.class)
  static double rint(double a) {
    double size = Math.abs(a);
    return size < INTEGERS ? Math.copySign(INTEGERS + size - INTEGERS, a) : a;
  }

  /** One unit in the last place. */
  @InsteadOf(Math.class)
  static double ulp(double a) {
    int exponent = Math.getExponent(a);
    if (exponent > Double.MAX_EXPONENT) {
      return Math.abs(a);
    }
    return Math.max(Double.MIN_VALUE, scalb(1, Math.max(exponent, Double.MIN_EXPONENT) - 52));
  }

  /** The number times a power of two, with one rounding at most. */
  @InsteadOf(Math.class)
  static double scalb(double a, int exponent) {
    int left = Math.max(-MOST_SCALE, Math.min(MOST_SCALE, exponent));
    double scaled = a * powerOfTwo(left % SCALE);
    for (left -= left % SCALE; left != 0; left -= Integer.signum(left) * SCALE) {
      scaled *= powerOfTwo(Integer.signum(left) * SCALE);
    }
    return scaled;
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52);
  }

  /** One rounding for the product and the sum together. */
  @InsteadOf(Math.class)
  static double fma(double a, double b, double c) {
    double plain = a * b + c;
    if (!Double.isFinite(c)) {
      return Double.isFinite(a) && Double.isFinite(b) ? c : plain;
    }
    if (a == 0 || b == 0 || !Double.isFinite(a) || !Double.isFinite(b)) {
      return plain;
    }
    BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
    return exact.signum() == 0 ? plain : exact.doubleValue();
  }

  /** The root of the sum of squares, by less than one unit in the last place. */
  @InsteadOf(Math.class)
  static double hypot(double x, double y) {
    double a = Math.max(Math.abs(x), Math.abs(y));
    double b = Math.min(Math.abs(x), Math.abs(y));
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(a) || b == 0 || Math.getExponent(a) - Math.getExponent(b) > 60) {
      return a + b;
    }
    int scale = a > 0x1.0p500 ? -600 : b < 0x1.0p-500 ? 600 : 0;
    double root = middling(scalb(a, scale), scalb(b, scale));
    return scalb(root, -scale);
  }

  /** For numbers neither large nor small, the first not less than the second. */
  private static double middling(double a, double b) {
    double w = a - b;
    if (w > b) {
      double high = high(a);
      double low = a - high;
      return Math.sqrt(high * high - (b * -b - low * (a + high)));
    }
    double twice = a + a;
    double highB = high(b);
    double lowB = b - highB;
    double highA = high(twice);
    double lowA = twice - highA;
    return Math.sqrt(highA * highB - (w * -w - (highA * lowB + lowA * b)));
  }

  private static double high(double a) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(a) & ~LOW_WORD);
  }

  /** The compensated sum. */
  @InsteadOf(DoubleStream.class)
  static double sum(DoubleStream numbers) {
    double sum = 0;
    double plain = 0;
    double off = 0;
    for (double number : numbers.toArray()) {
      double more = number - off;
      double next = sum + more;
      off = next - sum - more;
      sum = next;
      plain += number;
    }
    double better = sum - off;
    return Double.isNaN(better) && Double.isInfinite(plain) ? plain : better;
  }

  /** The root and what is left of the number. */
  @InsteadOf(BigInteger.class)
  static BigInteger[] sqrtAndRemainder(BigInteger number) {
    if (number.signum() == 0) {
      return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
    }
    BigInteger root = BigInteger.ONE.shiftLeft(number.bitLength() / 2 + 1);
    while (true) { // Newton's iteration from above falls until it is there
      BigInteger next = root.add(number.divide(root)).shiftRight(1);
      if (next.compareTo(root) >= 0) {
        return new BigInteger[] {root, number.subtract(root.multiply(root))};
      }
      root = next;
    }
  }
}
