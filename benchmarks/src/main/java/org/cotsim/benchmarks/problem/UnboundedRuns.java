package org.cotsim.benchmarks.problem;

/**
 * A problem whose runs have a length of their own: an input of a few symbols may run for as many
 * steps as anybody asks for, so that its decoder is measured by steps and not by the length of
 * inputs.
 *
 * @param <I> the inputs
 */
public interface UnboundedRuns<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> UnboundedRuns<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof UnboundedRuns<I> able) {
      return able;
    }
    throw Problems.lacking(
        problem, "words of every length and no runs of every length", UnboundedRuns.class);
  }

  /** Whether {@link #chain} keeps no more than the run itself does. */
  boolean holdsNoChain();

  /** The oracle's chain of an input, cut after so many tokens. */
  OracleChain chain(I input, long limit);
}
