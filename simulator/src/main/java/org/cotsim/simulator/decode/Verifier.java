package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Transformer;

/**
 * Confirms given chains by one parallel pass instead of step by step.
 *
 * <p>The whole sequence is run once; if the choice after every position of the chain is the token
 * that follows, then by induction decoding would have produced just that chain. Where the model
 * restarts, each context is a sequence of its own.
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
    List<Segment> segments = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int b = 0; b < prompts.length; b++) {
      for (Segment one : Segment.of(model.vocabulary(), prompts[b], continuations[b])) {
        segments.add(one);
        owners.add(b);
      }
    }
    int[][] sequences = segments.stream().map(Segment::seen).toArray(int[][]::new);
    int[][] choices = executor.choices(model, sequences, model.vocabulary().all());
    OptionalInt[] differences = new OptionalInt[prompts.length];
    Arrays.fill(differences, OptionalInt.empty());
    for (int i = 0; i < choices.length; i++) {
      int b = owners.get(i);
      if (differences[b].isEmpty()) {
        differences[b] = segments.get(i).firstDifference(choices[i]);
      }
    }
    return differences;
  }
}
