package org.cotsim.benchmarks.problem;

import java.util.List;

/**
 * A problem whose machine has tapes to show, and may answer with one.
 *
 * @param <I> the inputs
 */
public interface MachineTapes<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> MachineTapes<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof MachineTapes<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "tape to show or to answer with", MachineTapes.class);
  }

  /**
   * What the machine's tapes hold after the steps that a decoder emitted; empty if there is no tape
   * to show.
   *
   * @param chain the texts of the steps
   */
  List<TapeContents> tapes(I input, List<String> chain);

  /**
   * The same problem, answered with what stands on a tape, or with accept or reject.
   *
   * @throws ExperimentException if there is no tape to answer with
   */
  Problem<I> answering(boolean withTape) throws ExperimentException;
}
