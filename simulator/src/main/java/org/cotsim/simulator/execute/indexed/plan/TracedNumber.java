package org.cotsim.simulator.execute.indexed.plan;

/**
 * One number of a trace: a constant, or what an operation computes, with bounds that hold for every
 * sequence.
 *
 * <p>Bounds are those of the computed, rounded number: they are found by the same operations in the
 * same order, and rounding is monotone.
 */
public final class TracedNumber {

  final Operation op; // null for a constant
  public final double low;
  final double high;
  final boolean tokenOnly; // a function of the token at the own position alone
  public boolean needed;
  public int register = -1;
  double number; // scratch of Operation.evaluate

  private TracedNumber(Operation op, double low, double high, boolean tokenOnly) {
    this.op = op;
    this.low = low;
    this.high = high;
    this.tokenOnly = tokenOnly;
    this.number = low;
  }

  static TracedNumber constant(double number) {
    return new TracedNumber(null, number, number, true);
  }

  /** A number that an operation computes; bounds that are not numbers bound nothing. */
  static TracedNumber of(Operation op, double low, double high, boolean tokenOnly) {
    boolean bounded = low <= high && Double.isFinite(low) && Double.isFinite(high);
    return new TracedNumber(
        op,
        bounded ? low : Double.NEGATIVE_INFINITY,
        bounded ? high : Double.POSITIVE_INFINITY,
        tokenOnly);
  }

  public boolean isConstant() {
    return op == null;
  }

  /** The number of a constant. */
  double constant() {
    return low;
  }

  boolean isZero() {
    return op == null && low == 0;
  }
}
