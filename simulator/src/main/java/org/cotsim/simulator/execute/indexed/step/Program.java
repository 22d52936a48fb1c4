package org.cotsim.simulator.execute.indexed.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be done for one token: first what later positions need, then the scores. */
final class Program {

  static final int PHASES = 2;

  private final Phase append;
  private final Phase score;
  final ScoreTable scores;
  final int registers;
  final int longestVector;
  final long size; // terms, for a limit on memory

  Program(
      List<Instruction> append,
      List<Instruction> score,
      ScoreTable scores,
      int registers,
      int longestVector,
      long size,
      StretchClasses classes) {
    this.append = new Phase(append, registers, () -> readBy(score, scores), null, 0, classes);
    this.score =
        new Phase(
            score,
            registers,
            () -> readBy(List.of(), scores),
            scores.isDirect() ? scores.reads() : null,
            1,
            classes);
    this.scores = scores;
    this.registers = registers;
    this.longestVector = longestVector;
    this.size = size;
  }

  private static Set<Integer> readBy(List<Instruction> instructions, ScoreTable scores) {
    Set<Integer> read = new HashSet<>();
    StretchWriter.addAll(read, scores.reads());
    for (Instruction instruction : instructions) {
      StretchWriter.addAll(read, instruction.reads());
    }
    return read;
  }

  void append(SequenceState sequence) {
    append.run(sequence);
  }

  void score(SequenceState sequence) {
    score.run(sequence);
  }
}
