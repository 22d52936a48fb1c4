package org.cotsim.benchmarks.problem;

import java.util.List;

/**
 * A problem of which the literature knows what answers cost at least.
 *
 * @param <I> the inputs
 */
public interface KnownFloors<I> extends Problem<I> {

  /** What is known, whether it applies to the decoders built here or not. */
  List<Floor> floors();

  /** What is known of a problem, if anything is. */
  static List<Floor> of(Problem<?> problem) {
    return problem instanceof KnownFloors<?> known ? known.floors() : List.of();
  }
}
