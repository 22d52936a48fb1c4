package org.cotsim.simulator.execute.indexed.step;

/** What is to be done for one token: first what later positions need, then the scores. */
final class Program {

  private final Instruction[] append;
  private final Instruction[] score;
  final ScoreTable scores;
  final int registers;
  final int longestVector;
  final long size; // terms, for a limit on memory

  Program(
      Instruction[] append,
      Instruction[] score,
      ScoreTable scores,
      int registers,
      int longestVector,
      long size) {
    this.append = append;
    this.score = score;
    this.scores = scores;
    this.registers = registers;
    this.longestVector = longestVector;
    this.size = size;
  }

  void append(SequenceState sequence) {
    run(append, sequence);
  }

  void score(SequenceState sequence) {
    run(score, sequence);
  }

  private static void run(Instruction[] steps, SequenceState sequence) {
    StepTimes profile = sequence.profile;
    if (profile != null) {
      profile.run(steps, sequence);
      return;
    }
    for (Instruction step : steps) {
      step.run(sequence);
    }
  }
}
