package org.cotsim.simulator.model;

import java.util.List;
import java.util.Optional;

/**
 * A binary floating-point arithmetic: every operation is rounded to so many bits.
 *
 * <p>binary64, binary32, binary16 and bfloat16 have the exponents of their formats, with gradual
 * underflow and overflow; {@code bits:P} has those of binary64, which nothing here exceeds, or no
 * bound at all beyond 53 bits. Up to 53 bits numbers are held in a {@code double}, and sums,
 * products, quotients and square roots are correctly rounded: where rounding the binary64 result
 * once more could differ from rounding the exact one, the error of the first rounding decides. That
 * is never so to nearest with up to 25 bits, since 53 >= 2 * 25 + 2 (S. A. Figueroa, "When is
 * double rounding innocuous?", SIGNUM Newsletter 30, 1995).
 */
public final class Arithmetic {

  /** Where a result that is not a number of the format goes. */
  public enum Rounding {
    /** The nearest number, ties to the even one. */
    NEAREST,
    /** The nearest number that is not larger in size. */
    TRUNCATE
  }

  /** The precision of a {@code double}. */
  public static final int DOUBLE = 53;

  /** The fewest bits that {@code bits:P} has. */
  public static final int FEWEST_BITS = 4;

  /** The most bits that {@code bits:P} has. */
  public static final int MOST_BITS = 4096;

  public static final Arithmetic BINARY64 =
      new Arithmetic("binary64", DOUBLE, -1022, 1023, Rounding.NEAREST);
  public static final Arithmetic BINARY32 =
      new Arithmetic("binary32", 24, -126, 127, Rounding.NEAREST);
  public static final Arithmetic BINARY16 =
      new Arithmetic("binary16", 11, -14, 15, Rounding.NEAREST);
  public static final Arithmetic BFLOAT16 =
      new Arithmetic("bfloat16", 8, -126, 127, Rounding.NEAREST);

  private static final int SINGLE = 24;
  private static final int INNOCUOUS = 25;
  private static final String BITS = "bits:";

  private final String name;
  private final int precision;
  private final int minExponent;
  private final int maxExponent;
  private final Rounding rounding;
  private final boolean exact; // binary64 itself
  private final boolean single; // what a cast to float does
  private final boolean once; // a binary64 result may be rounded once more
  private final long dropped; // the bits of a double below the last one that is kept
  private final double smallestNormal;
  private final double smallest;
  private final double largest;

  private Arithmetic(
      String name, int precision, int minExponent, int maxExponent, Rounding rounding) {
    boolean nearest = rounding == Rounding.NEAREST;
    this.name = name;
    this.precision = precision;
    this.minExponent = minExponent;
    this.maxExponent = maxExponent;
    this.rounding = rounding;
    this.exact = precision >= DOUBLE && nearest;
    this.single = precision == SINGLE && maxExponent == Float.MAX_EXPONENT && nearest;
    this.once = exact || (precision <= INNOCUOUS && nearest);
    this.dropped = precision >= DOUBLE ? 0 : (1L << (DOUBLE - precision)) - 1;
    this.smallestNormal = Math.scalb(1.0, minExponent);
    this.smallest = Math.scalb(1.0, minExponent - Math.min(precision, DOUBLE) + 1);
    this.largest = Math.scalb(2 - Math.scalb(1.0, 1 - Math.min(precision, DOUBLE)), maxExponent);
  }

  /** The arithmetic of so many bits, exponents as in binary64. */
  public static Arithmetic bits(int precision) {
    if (precision < FEWEST_BITS || precision > MOST_BITS) {
      throw new IllegalArgumentException(
          precision + " bits: expected " + FEWEST_BITS + " to " + MOST_BITS);
    }
    return new Arithmetic(BITS + precision, precision, -1022, 1023, Rounding.NEAREST);
  }

  /** The arithmetics with a name of their own. */
  public static List<Arithmetic> values() {
    return List.of(BINARY64, BINARY32, BINARY16, BFLOAT16);
  }

  /** The arithmetic of a name as a person writes it: {@code binary32}, {@code bits:20}. */
  public static Optional<Arithmetic> named(String name) {
    if (name.matches(BITS + "\\d{1,4}")) {
      int precision = Integer.parseInt(name.substring(BITS.length()));
      return precision < FEWEST_BITS || precision > MOST_BITS
          ? Optional.empty()
          : Optional.of(bits(precision));
    }
    return values().stream().filter(known -> known.name.equals(name)).findFirst();
  }

  /** The same numbers with truncation instead of rounding to nearest. */
  public Arithmetic truncating() {
    return rounding == Rounding.TRUNCATE
        ? this
        : new Arithmetic(
            name + ", truncated", precision, minExponent, maxExponent, Rounding.TRUNCATE);
  }

  /** As a person writes it. */
  public String name() {
    return name;
  }

  /** Bits of the significand, the leading one included. */
  public int precision() {
    return precision;
  }

  public Rounding rounding() {
    return rounding;
  }

  /** Whether a {@code double} cannot hold its numbers. */
  public boolean isWide() {
    return precision > DOUBLE;
  }

  /** The largest relative error of one operation: 2^-P to nearest, 2^(1-P) truncated. */
  public double unitRoundoff() {
    return Math.scalb(1.0, rounding == Rounding.NEAREST ? -precision : 1 - precision);
  }

  /** All integers up to this one are numbers of the format. */
  public double largestInteger() {
    return Math.min(Math.scalb(1.0, Math.min(precision, DOUBLE)), largest);
  }

  /** The largest number of the format. */
  public double largest() {
    return largest;
  }

  /** The smallest positive number with a relative error as {@link #unitRoundoff} says. */
  public double smallestNormal() {
    return smallestNormal;
  }

  /** a + b. */
  public double add(double a, double b) {
    double sum = a + b;
    if (once) {
      return round(sum);
    }
    double part = sum - a;
    return rounded(sum, (a - (sum - part)) + (b - part));
  }

  /** a * b. */
  public double multiply(double a, double b) {
    double product = a * b;
    return once ? round(product) : rounded(product, Math.fma(a, b, -product));
  }

  /** a / b. */
  public double divide(double a, double b) {
    double quotient = a / b;
    return once ? round(quotient) : rounded(quotient, Math.fma(-quotient, b, a) * Math.signum(b));
  }

  /** The square root. */
  public double sqrt(double a) {
    double root = Math.sqrt(a);
    return once ? round(root) : rounded(root, Math.fma(-root, root, a));
  }

  /** The exponential; off by less than one unit in the last place, unlike the other operations. */
  public double exp(double a) {
    return round(Math.exp(a));
  }

  /** The number of the format for a real number that is a {@code double}. */
  public double round(double value) {
    if (exact) {
      return value;
    }
    return single ? (float) value : rounded(value, 0);
  }

  /**
   * Rounds a real number that is a {@code double} plus an error of at most half its last place.
   *
   * @param error only its sign matters
   */
  private double rounded(double value, double error) {
    double size = Math.abs(value);
    if (size == 0 || !(size <= Double.MAX_VALUE)) {
      return value;
    }
    double away = error * Math.signum(value); // positive if the real number is larger in size
    double result = size < smallestNormal ? subnormal(size, away) : normal(size, away);
    if (result > largest) {
      result = rounding == Rounding.NEAREST ? Double.POSITIVE_INFINITY : largest;
    }
    return Math.copySign(result, value);
  }

  private double normal(double size, double away) {
    long bits = Double.doubleToRawLongBits(size);
    long low = bits & dropped;
    long unit = dropped + 1;
    long down = bits - low;
    int part = low == 0 ? 0 : 2 + Integer.signum(Long.compare(low, unit / 2));
    return Double.longBitsToDouble(down + unit * units(part, away, (down & unit) != 0));
  }

  private double subnormal(double size, double away) {
    double units = size / smallest; // a power of two, so exactly
    double down = Math.floor(units);
    int part = units == down ? 0 : 2 + Integer.signum(Double.compare(units - down, 0.5));
    return smallest * (down + units(part, away, down % 2 != 0));
  }

  /**
   * How many units a number moves that was cut off at its last unit: -1, 0 or 1.
   *
   * @param part what was cut off: 0 nothing, 1 less than half a unit, 2 half, 3 more
   */
  private int units(int part, double away, boolean odd) {
    if (rounding == Rounding.TRUNCATE) {
      return part == 0 && away < 0 ? -1 : 0;
    }
    return part == 3 || (part == 2 && (away > 0 || (away == 0 && odd))) ? 1 : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arithmetic that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
