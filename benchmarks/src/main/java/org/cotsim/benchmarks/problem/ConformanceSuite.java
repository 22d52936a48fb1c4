package org.cotsim.benchmarks.problem;

import java.util.Iterator;

/**
 * A problem with inputs that together tell it from every other with few more states.
 *
 * @param <I> the inputs
 */
public interface ConformanceSuite<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> ConformanceSuite<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof ConformanceSuite<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "conformance suite", ConformanceSuite.class);
  }

  /**
   * The inputs of the suite.
   *
   * @throws ExperimentException if there is no such set
   */
  Iterator<I> conformance(int extraStates) throws ExperimentException;

  /** What those inputs show if no counterexample is among them. */
  String conformanceEvidence(int extraStates);

  /** What a suite for automata of so many states shows. */
  static String evidence(int states) {
    return "differs on some word from every DFA that decides another language with at most "
        + states
        + " states (Wp-method)";
  }
}
