package org.cotsim.simulator.execute;

import java.util.OptionalLong;
import org.cotsim.simulator.model.TokenSet;

/**
 * Sequences of one model that grow in step; what passes from step to step is the tokens, and caches
 * that are functions of the tokens.
 */
public interface Session extends AutoCloseable {

  /** What {@link #choose} answers where several allowed tokens share the largest score. */
  int TIED = -1;

  /** The number of sequences. */
  int batch();

  /** The tokens that each sequence has so far. */
  int length();

  /**
   * Appends one token to every sequence.
   *
   * @param tokens [batch]
   * @throws IllegalArgumentException for a number outside the vocabulary
   * @throws IllegalStateException beyond the capacity
   */
  void append(int[] tokens);

  /**
   * Appends several tokens to every sequence, as if one after the other.
   *
   * @param tokens [batch][count], the same count for every sequence
   */
  default void appendAll(int[][] tokens) {
    int[] column = new int[batch()];
    for (int i = 0; i < tokens[0].length; i++) {
      for (int b = 0; b < tokens.length; b++) {
        column[b] = tokens[b][i];
      }
      append(column);
    }
  }

  /**
   * Chooses the next token of every sequence: the allowed one of largest score.
   *
   * @param allowed at least one token
   * @param choices [batch], filled with token numbers or {@link #TIED}
   * @throws IllegalStateException before the first token
   */
  void choose(TokenSet allowed, int[] choices);

  /**
   * Says that nobody will ask for a sequence any more: what it holds may be dropped, and what is
   * appended to it or chosen for it no longer matters.
   */
  default void retire(int sequence) {}

  /** The scores of all tokens after the last position of one sequence, [vocabulary]. */
  double[] scores(int sequence);

  /**
   * Bytes of the tokens, keys, values and other numbers that depend on the sequences, as many as
   * were held at one time at the most; empty where nobody counts them. Not counted: weights, object
   * headers, and vectors that live for one operation.
   */
  default OptionalLong peakBytes() {
    return OptionalLong.empty();
  }

  @Override
  void close();
}
