package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Registers that hold nothing but the latest answers of some heads, each asked once in a phase. */
final class Answers {

  private static final int MOST_HEADS = 4;

  private final int[] registers;
  private final int[] sources; // [registers], a place in heads
  private final int[] components; // [registers], of the head's answer
  private final int[] heads; // without repetition

  private Answers(int[] registers, int[] sources, int[] components, int[] heads) {
    this.registers = registers;
    this.sources = sources;
    this.components = components;
    this.heads = heads;
  }

  /** The registers as answers of heads in a phase; null if something else writes one of them. */
  static Answers of(Instruction[] phase, int[] registers) {
    Map<Integer, int[]> written = new HashMap<>(); // head and component by register
    Set<Integer> asked = new HashSet<>();
    boolean once = true;
    for (Instruction instruction : phase) {
      for (Expression part : instruction.parts()) {
        if (part instanceof Expression.Attend attend) {
          once &= asked.add(attend.plan.index);
          for (int c = 0; c < attend.writes.length; c++) {
            written.put(attend.writes[c], new int[] {attend.plan.index, c});
          }
        }
      }
    }
    if (!once
        || registers.length == 0
        || !Arrays.stream(registers).allMatch(written::containsKey)) {
      return null;
    }
    int[] sources = Arrays.stream(registers).map(r -> written.get(r)[0]).toArray();
    int[] components = Arrays.stream(registers).map(r -> written.get(r)[1]).toArray();
    int[] heads = Arrays.stream(sources).distinct().toArray();
    return heads.length > MOST_HEADS ? null : new Answers(registers, sources, components, heads);
  }

  /** The numbers of what all heads answered, together; below 0 if one has no number. */
  long numbers(HeadState[] all) {
    long numbers = all[heads[0]].answer;
    for (int i = 1; i < heads.length; i++) {
      numbers = numbers << HeadState.ANSWER_BITS | all[heads[i]].answer;
    }
    return numbers;
  }

  /** The head, if it is the only one; below 0 if there are several. */
  int onlyHead() {
    return heads.length == 1 ? heads[0] : -1;
  }

  /** Writes the registers. */
  void fill(SequenceState sequence) {
    for (int head : heads) {
      sequence.heads[head].fill();
    }
    for (int i = 0; i < registers.length; i++) {
      sequence.registers[registers[i]] = sequence.heads[sources[i]].mixed[components[i]];
    }
  }

  /** Whether a register is among these. */
  boolean contains(int register) {
    return Arrays.stream(registers).anyMatch(r -> r == register);
  }
}
