package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.List;

/** Instructions one after the other. */
final class Block extends Instruction {

  private final Instruction[] instructions;

  Block(List<Instruction> instructions) {
    this.instructions = instructions.toArray(Instruction[]::new);
  }

  @Override
  int kind() {
    return WEIGHTS;
  }

  @Override
  void run(SequenceState sequence) {
    for (Instruction instruction : instructions) {
      instruction.run(sequence);
    }
  }

  @Override
  int[] reads() {
    return Arrays.stream(instructions).flatMapToInt(i -> Arrays.stream(i.reads())).toArray();
  }
}
