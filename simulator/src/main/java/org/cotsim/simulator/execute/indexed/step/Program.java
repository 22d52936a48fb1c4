package org.cotsim.simulator.execute.indexed.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be done for one token: first what later positions need, then the scores. */
final class Program {

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
    Set<Integer> last = new HashSet<>();
    StretchWriter.addAll(last, scores.reads());
    Set<Integer> middle = new HashSet<>(last);
    for (Instruction instruction : score) {
      StretchWriter.addAll(middle, instruction.reads());
    }
    this.append = new Phase(append, registers, middle, null, classes);
    this.score =
        new Phase(score, registers, last, scores.isDirect() ? scores.reads() : null, classes);
    this.scores = scores;
    this.registers = registers;
    this.longestVector = longestVector;
    this.size = size;
  }

  void append(SequenceState sequence) {
    append.run(sequence);
  }

  void score(SequenceState sequence) {
    score.run(sequence);
  }
}
