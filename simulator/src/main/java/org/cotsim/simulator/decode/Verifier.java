package org.cotsim.simulator.decode;

import java.util.Arrays;
import java.util.OptionalInt;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Transformer;

/**
 * Confirms given chains by one parallel pass instead of step by step.
 *
 * <p>The whole sequence is run once; if the choice after every position of the chain is the token
 * that follows, then by induction decoding would have produced just that chain.
 *
 * @param model what would have decoded
 * @param executor what runs the pass
 */
public record Verifier(Transformer model, Executor executor) {

  /**
   * Where each claimed continuation departs from what the model would emit.
   *
   * @param prompts [batch][], lengths may differ
   * @param continuations [batch][], the chain and the answer token that is said to follow each
   *     prompt
   * @return [batch], the index in the continuation of the first token that the model would not have
   *     chosen, or empty if there is none
   */
  public OptionalInt[] firstDifferences(int[][] prompts, int[][] continuations) {
    int[][] sequences = new int[prompts.length][];
    for (int b = 0; b < prompts.length; b++) {
      int known = Math.max(0, continuations[b].length - 1); // nothing follows the last token
      sequences[b] = Arrays.copyOf(prompts[b], prompts[b].length + known);
      System.arraycopy(continuations[b], 0, sequences[b], prompts[b].length, known);
    }
    int[][] choices = executor.choices(model, sequences, model.vocabulary().all());
    OptionalInt[] differences = new OptionalInt[prompts.length];
    for (int b = 0; b < prompts.length; b++) {
      differences[b] = firstDifference(choices[b], prompts[b].length - 1, continuations[b]);
    }
    return differences;
  }

  private static OptionalInt firstDifference(int[] choices, int from, int[] continuation) {
    for (int i = 0; i < continuation.length; i++) {
      if (choices[from + i] != continuation[i]) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
