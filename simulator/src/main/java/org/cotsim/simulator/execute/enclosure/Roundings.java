package org.cotsim.simulator.execute.enclosure;

import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * What one operation may be off by in the coarsest of several arithmetics, the error of a centre in
 * binary64 included.
 *
 * @param unit the largest relative error
 * @param tiny the largest absolute error of a result below the normal numbers
 * @param bits that all of them have
 * @param smallestNormal the largest of their smallest normal numbers
 * @param largest the smallest of their largest numbers
 */
record Roundings(double unit, double tiny, int bits, double smallestNormal, double largest) {

  private static final double CENTRE = Math.scalb(1.0, -Arithmetic.DOUBLE);
  private static final double ABOVE = 1 + 1e-12; // for the rounding of radii themselves

  /** The bounds that hold in each of these arithmetics. */
  static Roundings in(List<Arithmetic> arithmetics) {
    double unit = 0;
    double tiny = Double.MIN_VALUE;
    int bits = Arithmetic.DOUBLE;
    double normal = Double.MIN_NORMAL;
    double largest = Double.MAX_VALUE;
    for (Arithmetic one : arithmetics) {
      unit = Math.max(unit, one.unitRoundoff());
      bits = Math.min(bits, one.precision());
      normal = Math.max(normal, one.smallestNormal());
      tiny = Math.max(tiny, Math.max(Double.MIN_VALUE, one.smallestNormal() * one.unitRoundoff()));
      largest = Math.min(largest, one.largest());
    }
    return new Roundings((unit + CENTRE) * ABOVE, 2 * tiny, bits, normal, largest);
  }

  /** A radius a little larger, so that computing it in binary64 makes it no smaller. */
  static double up(double radius) {
    return radius * ABOVE;
  }

  /** The relative error of so many operations in a row, infinite where they may lose everything. */
  double operations(double count) {
    double first = count * unit;
    return first < 1 ? first / (1 - first) : Double.POSITIVE_INFINITY;
  }

  /** Whether multiples of a power of two are numbers of every arithmetic up to a size. */
  boolean areExact(int exponent, double size) {
    return size <= Math.scalb(1.0, bits + exponent)
        && Math.scalb(1.0, exponent) >= smallestNormal
        && size <= largest;
  }

  /** Whether this is a number of every arithmetic. */
  boolean isExact(double number) {
    return number == 0 || areExact(lowestBit(number), Math.abs(number));
  }

  /** How far a weight may be off its number in an arithmetic. */
  double ofWeight(double weight) {
    return isExact(weight) ? 0 : up(unit * Math.abs(weight) + tiny);
  }

  /** The exponent of the last bit of a number other than 0. */
  static int lowestBit(double number) {
    long bits = Double.doubleToRawLongBits(number);
    long fraction = bits & ((1L << 52) - 1);
    int exponent = Math.getExponent(number);
    if (exponent < Double.MIN_EXPONENT) {
      return Double.MIN_EXPONENT - 52 + Long.numberOfTrailingZeros(fraction);
    }
    return fraction == 0 ? exponent : exponent - 52 + Long.numberOfTrailingZeros(fraction);
  }

  /** Whether multiplying by a number only moves the exponent. */
  static boolean isPowerOfTwo(double number) {
    return (Double.doubleToRawLongBits(number) & ((1L << 52) - 1)) == 0 && number != 0;
  }
}
