package org.cotsim.benchmarks.problem;

/**
 * A problem whose machine can be drawn at work on an input.
 *
 * @param <I> the inputs
 */
public interface DrawnMachine<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> DrawnMachine<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof DrawnMachine<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "machine to draw", DrawnMachine.class);
  }

  /**
   * The oracle's machine, for a picture beside the chain.
   *
   * @param steps how many of its steps, at most as many as it makes
   */
  MachineScene scene(I input, int steps);
}
