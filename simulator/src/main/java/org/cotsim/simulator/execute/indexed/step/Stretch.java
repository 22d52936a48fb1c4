package org.cotsim.simulator.execute.indexed.step;

/** Sums, norms and uses of heads, as straight-line code that {@link StretchWriter} has written. */
abstract class Stretch extends Instruction {

  int[] numbers = {}; // registers, heads and classes, by the places that the code knows
  private int kind = WEIGHTS;

  Stretch as(int newKind) {
    kind = newKind;
    return this;
  }

  @Override
  final int kind() {
    return kind;
  }

  @Override
  final int[] reads() {
    throw new IllegalStateException("registers are counted before code is written");
  }

  /** What a centred vector with this sum of squares is divided by. */
  static double divisor(double squares) {
    double norm = Math.sqrt(squares);
    return norm != 0 ? norm : 1;
  }
}
