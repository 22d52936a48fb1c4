package org.cotsim.benchmarks.problem;

/**
 * A problem whose machine is in a situation that a person can read.
 *
 * @param <I> the inputs
 */
public interface MachineSituation<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> MachineSituation<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof MachineSituation<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "situation to show", MachineSituation.class);
  }

  /** The machine's situation after some of its steps. */
  String situation(I input, long steps);
}
