package org.cotsim.benchmarks.problem;

import java.util.Optional;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;

/**
 * A problem that is asked of every word over a finite alphabet and answered by accept or reject.
 */
public interface WordsOverAlphabet extends WrittenInSymbols {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static WordsOverAlphabet of(Problem<?> problem) throws ExperimentException {
    if (problem instanceof WordsOverAlphabet able) {
      return able;
    }
    throw Problems.lacking(
        problem, "answer for every word over an alphabet", WordsOverAlphabet.class);
  }

  /** The language with its minimal automaton; empty if no finite automaton decides it. */
  Optional<RegularLanguage> automaton() throws InputException;
}
