package org.cotsim.simulator.trace;

import java.util.List;
import java.util.Optional;

/**
 * What happened at one position.
 *
 * @param heads what each head attended to, [layers][heads]
 * @param readings what each subspace held in the end, in words, in the order of the blueprint
 * @param decision how the next token was chosen; empty inside the prompt, where nobody chooses
 */
public record Moment(
    List<List<Attended>> heads, List<String> readings, Optional<Decision> decision) {

  public Moment {
    heads = heads.stream().map(List::copyOf).toList();
    readings = List.copyOf(readings);
  }
}
