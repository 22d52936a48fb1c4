package org.cotsim.benchmarks.problem;

import java.util.OptionalInt;
import org.cotsim.simulator.decode.InputSize;

/**
 * A problem whose inputs are graphs: budgets may speak of V and E, reports of distances.
 *
 * @param <I> the inputs
 */
public interface GraphMeasures<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> GraphMeasures<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof GraphMeasures<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "vertices and edges", GraphMeasures.class);
  }

  /** The measures of an input. */
  InputSize.Graph graphSize(I input);

  /** The edges of a shortest path from s to t, if there is one. */
  OptionalInt distance(I input);
}
