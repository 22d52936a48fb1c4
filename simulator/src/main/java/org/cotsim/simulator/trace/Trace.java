package org.cotsim.simulator.trace;

import java.util.List;
import org.cotsim.simulator.decode.Decoding;

/**
 * A decoding and what happened at each of its positions.
 *
 * @param prompt {@code $ w #}
 * @param decoding under every budget from 0 up, in this order
 * @param moments one per token that the model read: the prompt, the chain, and the output but for
 *     the token that ends it
 */
public record Trace(List<Integer> prompt, Decoding decoding, List<Moment> moments) {

  public Trace {
    prompt = List.copyOf(prompt);
    moments = List.copyOf(moments);
  }
}
