package org.cotsim.benchmarks.experiment.circuit;

import java.util.List;

/** What was decided about all words of one length. */
public sealed interface Proof {

  /**
   * How often a word was looked for: once, and once more for each on which something new happened.
   */
  int rounds();

  /** How long that took, in seconds. */
  double seconds();

  /** Decoder and automaton are equal on all words, and nothing happens that was not observed. */
  record Proved(int rounds, double seconds) implements Proof {}

  /**
   * A word on which they differ; both were run on it.
   *
   * @param word the word
   * @param answer what the decoder answers, {@code tied} if it does not
   * @param right what the automaton says
   */
  record Refuted(int rounds, double seconds, List<String> word, String answer, String right)
      implements Proof {
    public Refuted {
      word = List.copyOf(word);
    }
  }
}
