package org.cotsim.construct;

import java.util.List;
import java.util.function.Predicate;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.RegularEntry;

/**
 * A regular language beside a definition that does not use its minimal automaton.
 *
 * @param problem with the automaton
 * @param definition whether a word is in the language
 */
record RegularSubject(RegularProblem problem, Predicate<List<String>> definition)
    implements Subject<List<String>> {

  static RegularSubject of(RegularEntry entry) {
    return of(entry.language(), entry.definition());
  }

  static RegularSubject of(RegularLanguage language, Predicate<List<String>> definition) {
    return new RegularSubject(new RegularProblem(language, language.name(), "regular"), definition);
  }

  @Override
  public int longest() {
    return 33;
  }

  @Override
  public String answer(List<String> word) {
    return definition.test(word) ? "accept" : "reject";
  }

  /**
   * The k-th step names the state after k - 1 symbols; before the first, that is the initial one.
   */
  @Override
  public String forced(List<String> word, int steps) {
    return answer(word.subList(0, Math.max(0, steps - 1)));
  }
}
