package org.cotsim.benchmarks.problem;

import org.cotsim.languages.automaton.RegularLanguage;

/**
 * A problem decided by a finite automaton.
 *
 * @param <I> the inputs
 */
public interface DecidedByAutomaton<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> DecidedByAutomaton<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof DecidedByAutomaton<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "finite automaton", DecidedByAutomaton.class);
  }

  /**
   * The language, with its minimal automaton.
   *
   * @throws ExperimentException if there is none after all, with the reason
   */
  RegularLanguage language() throws ExperimentException;

  /**
   * Whether the decoders are built from the minimal automaton and the recipe of {@link WaysToBuild}
   * and nothing else, so that whoever has both builds the same ones.
   */
  default boolean isBuiltFromAutomaton() {
    return false;
  }
}
