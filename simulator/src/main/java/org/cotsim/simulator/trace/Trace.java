package org.cotsim.simulator.trace;

import java.util.List;
import org.cotsim.simulator.decode.Decoding;

/**
 * A decoding and what happened at each of its positions.
 *
 * @param prompt {@code $ w #}
 * @param decoding under every budget from 0 up, in this order
 * @param stages when the subspaces that are written more than once are written
 * @param moments one per token that the model read: the prompt, the chain, and the output but for
 *     the token that ends it; that of a restart is what the think token of the new context saw
 */
public record Trace(
    List<Integer> prompt, Decoding decoding, List<Stage> stages, List<Moment> moments) {

  public Trace {
    prompt = List.copyOf(prompt);
    stages = List.copyOf(stages);
    moments = List.copyOf(moments);
  }
}
