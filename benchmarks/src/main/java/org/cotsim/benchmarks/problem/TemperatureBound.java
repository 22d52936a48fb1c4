package org.cotsim.benchmarks.problem;

import org.cotsim.simulator.construct.ConstructionOptions;

/**
 * A problem whose decoder is right with softmax attention from a known inverse temperature on.
 *
 * @param <I> the inputs
 */
public interface TemperatureBound<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> TemperatureBound<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof TemperatureBound<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "known inverse temperature", TemperatureBound.class);
  }

  /** The inverse temperature that is certified for inputs of a length. */
  double inverseTemperature(ConstructionOptions options, int length) throws ExperimentException;
}
