package org.cotsim.simulator.execute.reference;

import java.math.BigInteger;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A binary number {@code significand * 2^exponent} of any precision, without bound on the exponent.
 *
 * <p>Sums and products are exact; quotients and square roots carry two bits more than asked and a
 * sticky bit, so that rounding them afterwards rounds the exact result.
 */
record WideNumber(BigInteger significand, int exponent) implements Comparable<WideNumber> {

  static final WideNumber ZERO = new WideNumber(BigInteger.ZERO, 0);

  /** The number that a finite {@code double} is. */
  static WideNumber of(double value) {
    if (value == 0) {
      return ZERO;
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - Arithmetic.DOUBLE + 1;
    long significand = (long) Math.scalb(value, -exponent);
    return new WideNumber(BigInteger.valueOf(significand), exponent);
  }

  WideNumber plus(WideNumber other) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    int common = Math.min(exponent, other.exponent);
    return new WideNumber(
        significand
            .shiftLeft(exponent - common)
            .add(other.significand.shiftLeft(other.exponent - common)),
        common);
  }

  WideNumber negated() {
    return new WideNumber(significand.negate(), exponent);
  }

  WideNumber times(WideNumber other) {
    return new WideNumber(significand.multiply(other.significand), exponent + other.exponent);
  }

  /** The quotient, to be rounded to so many bits; the divisor is not zero. */
  WideNumber dividedBy(WideNumber other, int precision) {
    int shift =
        Math.max(0, precision + 2 + other.significand.bitLength() - significand.bitLength());
    BigInteger[] parts = significand.shiftLeft(shift).divideAndRemainder(other.significand);
    boolean sticky = parts[1].signum() != 0;
    int sign = significand.signum() * other.significand.signum();
    return withSticky(parts[0], exponent - other.exponent - shift, sticky, sign);
  }

  /** The square root of a number that is not negative, to be rounded to so many bits. */
  WideNumber squareRoot(int precision) {
    int shift = Math.max(0, 2 * (precision + 2) - significand.bitLength());
    shift += (exponent - shift) & 1; // so that half the exponent is whole
    BigInteger[] parts = significand.shiftLeft(shift).sqrtAndRemainder();
    return withSticky(parts[0], (exponent - shift) / 2, parts[1].signum() != 0, 1);
  }

  /** Appends a bit that says whether something smaller was cut off. */
  private static WideNumber withSticky(BigInteger kept, int exponent, boolean sticky, int sign) {
    BigInteger twice = kept.shiftLeft(1);
    return new WideNumber(sticky ? twice.add(BigInteger.valueOf(sign)) : twice, exponent - 1);
  }

  /** The nearest number of so many bits, ties to the even one; or the one next to zero. */
  WideNumber rounded(int precision, Arithmetic.Rounding rounding) {
    BigInteger size = significand.abs();
    int drop = size.bitLength() - precision;
    if (drop <= 0) {
      return this;
    }
    BigInteger down = size.shiftRight(drop);
    boolean half = size.testBit(drop - 1);
    boolean more = size.getLowestSetBit() < drop - 1;
    boolean up = rounding == Arithmetic.Rounding.NEAREST && half && (more || down.testBit(0));
    BigInteger result = up ? down.add(BigInteger.ONE) : down;
    return new WideNumber(significand.signum() < 0 ? result.negate() : result, exponent + drop);
  }

  boolean isZero() {
    return significand.signum() == 0;
  }

  boolean isPositive() {
    return significand.signum() > 0;
  }

  /** The nearest {@code double}. */
  double toDouble() {
    WideNumber near = rounded(Arithmetic.DOUBLE, Arithmetic.Rounding.NEAREST);
    return Math.scalb(near.significand.doubleValue(), near.exponent);
  }

  @Override
  public int compareTo(WideNumber other) {
    return plus(other.negated()).significand.signum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WideNumber that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toDouble());
  }
}
