package org.cotsim.simulator.execute.indexed.step;

/** What happens between heads, as straight-line code that {@link StretchWriter} has written. */
abstract class Stretch extends Instruction {

  int[] registers = {}; // those that the code reads or writes, as it numbers them
  private int kind = WEIGHTS;

  /** Reads and writes {@code all[own[i]]} for numbers i that the code knows. */
  abstract void apply(double[] all, int[] own);

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
    apply(sequence.registers, registers);
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
