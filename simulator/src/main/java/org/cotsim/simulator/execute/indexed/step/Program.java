package org.cotsim.simulator.execute.indexed.step;

/** What is to be done for one token: first what later positions need, then the scores. */
final class Program {

  private final Step[] append;
  private final Step[] score;
  final ScoreTable scores;
  final int registers;
  final int longestVector;
  final long size; // terms, for a limit on memory

  Program(
      Step[] append, Step[] score, ScoreTable scores, int registers, int longestVector, long size) {
    this.append = append;
    this.score = score;
    this.scores = scores;
    this.registers = registers;
    this.longestVector = longestVector;
    this.size = size;
  }

  void append(Sequence sequence) {
    run(append, sequence);
  }

  void score(Sequence sequence) {
    run(score, sequence);
  }

  private static void run(Step[] steps, Sequence sequence) {
    Profile profile = sequence.profile;
    if (profile != null) {
      profile.run(steps, sequence);
      return;
    }
    for (Step step : steps) {
      step.run(sequence);
    }
  }
}
