package org.cotsim.simulator.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.simulator.assemble.Phrase;

/**
 * What happened at one position.
 *
 * @param heads what each head attended to, [layers][heads]
 * @param readings what each subspace held in the end, in words, in the order of the blueprint
 * @param stages what subspaces that are written more than once held in between, in words, in the
 *     order of {@link Trace#stages}
 * @param numbers the coordinates of the subspaces that were asked for, where the model chooses
 * @param decision how the next token was chosen; empty inside the prompt, where nobody chooses
 */
public record Moment(
    List<List<Attended>> heads,
    List<Phrase> readings,
    List<Phrase> stages,
    Map<String, List<Double>> numbers,
    Optional<Decision> decision) {

  public Moment {
    heads = heads.stream().map(List::copyOf).toList();
    readings = List.copyOf(readings);
    stages = List.copyOf(stages);
    numbers = Map.copyOf(numbers);
  }
}
