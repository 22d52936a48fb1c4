package org.cotsim.simulator.execute;

import java.util.Arrays;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs transformers from their weights alone.
 *
 * <p>All executors agree token for token within the lengths for which a model is certified.
 * Executors are stateless and may be shared between threads; sessions may not.
 */
public interface Executor {

  /** The name by which a person chooses this executor. */
  String name();

  /** What really runs, for results: library, back end and device where there are any. */
  String backend();

  /** The arithmetic of every operation. */
  Arithmetic arithmetic();

  /**
   * How many sequences of this model are worth running side by side, at least 1.
   *
   * @param length the tokens that each sequence will have
   */
  default int preferredBatch(Transformer model, int length) {
    return 1;
  }

  /**
   * Opens a session for sequences that grow in step.
   *
   * @param batch sequences, at least 1
   * @param capacity the most tokens that each sequence will have
   * @throws IllegalArgumentException if the model has no position that far, or memory cannot hold
   *     it
   */
  Session open(Transformer model, int batch, int capacity);

  /**
   * Chooses the next token after every position of sequences that are already known, in one pass.
   *
   * <p>With the sequence {@code x_0 ... x_T}, the chain is right if each choice after {@code x_i}
   * equals {@code x_(i+1)}; by induction that equals decoding it.
   *
   * @param sequences [batch][length], lengths may differ
   * @param allowed the tokens to choose among
   * @return [batch][length], {@link Session#TIED} where several tokens share the largest score
   */
  default int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
    int[][] choices = new int[sequences.length][];
    int[] token = new int[1];
    int[] choice = new int[1];
    for (int b = 0; b < sequences.length; b++) {
      choices[b] = new int[sequences[b].length];
      try (Session session = open(model, 1, Math.max(1, sequences[b].length))) {
        for (int i = 0; i < sequences[b].length; i++) {
          token[0] = sequences[b][i];
          session.append(token);
          session.choose(allowed, choice);
          choices[b][i] = choice[0];
        }
      }
    }
    return choices;
  }

  /** The length of the longest of several sequences. */
  static int longest(int[][] sequences) {
    return Arrays.stream(sequences).mapToInt(sequence -> sequence.length).max().orElse(0);
  }
}
