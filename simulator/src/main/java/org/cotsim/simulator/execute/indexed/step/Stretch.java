package org.cotsim.simulator.execute.indexed.step;

/** Sums, norms and uses of heads, as straight-line code that {@link StretchWriter} has written. */
abstract class Stretch extends Instruction {

  int[] numbers = {}; // registers, heads and classes, in the order in which the code needs them
  private int kind = WEIGHTS;

  /** Reads and writes {@code all[own[i]]} for numbers i that the code knows, and uses heads so. */
  abstract void apply(double[] all, int[] own, HeadState[] heads);

  Stretch as(int newKind) {
    kind = newKind;
    return this;
  }

  @Override
  final int kind() {
    return kind;
  }

  @Override
  final void run(SequenceState sequence) {
    apply(sequence.registers, numbers, sequence.heads);
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
