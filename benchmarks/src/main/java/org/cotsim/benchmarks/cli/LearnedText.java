package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.learn.Learned;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;

/**
 * What was learned, as it is printed.
 *
 * @param task what was learned about
 * @param learned the automaton
 * @param difference a shortest word on which it is not the oracle's, if there is one
 */
record LearnedText(LearnTask task, Learned learned, Optional<List<String>> difference) {

  private static final int SHOWN = 20; // states that are printed

  /** Prints what was found for people. */
  void print(PrintWriter text) {
    text.println("problem   " + task.name());
    task.budget()
        .ifPresent(one -> text.println("budget    " + one.formula() + " in " + one.currency()));
    text.printf(
        "learned   %d states by %s: %d queries, %d rounds, %d words of tests; %d different words decoded%n",
        learned.language().size(),
        learned.algorithm(),
        learned.queries(),
        learned.rounds(),
        learned.tests(),
        learned.words());
    if (learned.language().size() <= SHOWN) {
      states(learned.language()).forEach(state -> text.println("          " + state));
    }
    if (!learned.complete()) {
      text.println("stopped   there is no automaton of so few states (--states-at-most)");
    }
    text.println("oracle    " + compared());
    text.println("evidence  " + learned.evidence());
    text.println("executor  " + task.executor().name() + " (" + task.executor().backend() + ")");
  }

  private String compared() {
    if (task.right().isEmpty()) {
      return "none: there is no finite automaton to compare with";
    }
    RegularLanguage right = task.right().get();
    return difference.isEmpty()
        ? "the same minimal automaton of " + right.size() + " states"
        : "another automaton, of %d states; a shortest word that shows it: %s (oracle %s, learned %s)"
            .formatted(
                right.size(),
                shown(difference.get()),
                answer(right, difference.get()),
                answer(learned.language(), difference.get()));
  }

  /** The states, the initial one first: answer, and where each letter leads. */
  private static List<String> states(RegularLanguage language) {
    List<String> lines = new ArrayList<>();
    for (int state = 0; state < language.size(); state++) {
      StringBuilder line = new StringBuilder("q" + state);
      line.append(language.dfa().isAccepting(state) ? " accept" : " reject");
      for (String letter : language.alphabet()) {
        line.append("  ")
            .append(letter)
            .append(" -> q")
            .append(language.dfa().getSuccessor(state, letter));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** What was found as fields. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", task.name());
    task.budget()
        .ifPresent(
            one -> {
              fields.put("currency", one.currency().toString());
              fields.put("budget", one.formula().toString());
            });
    fields.put("algorithm", learned.algorithm().toString());
    fields.put("complete", learned.complete());
    fields.put("states", learned.language().size());
    fields.put("queries", learned.queries());
    fields.put("rounds", learned.rounds());
    fields.put("test_words", learned.tests());
    fields.put("words_decoded", learned.words());
    fields.put("longest_word", learned.longest());
    fields.put("oracle_states", task.right().map(RegularLanguage::size).orElse(null));
    fields.put("equal", task.right().isPresent() ? difference.isEmpty() : null);
    fields.put("difference", difference.map(Words::format).orElse(null));
    fields.put("automaton", automaton(learned.language()));
    fields.put("evidence", learned.evidence());
    fields.put("executor", task.executor().name());
    fields.put("backend", task.executor().backend());
    return fields;
  }

  private static Map<String, Object> automaton(RegularLanguage language) {
    List<Integer> accepting = new ArrayList<>();
    List<List<Integer>> next = new ArrayList<>();
    for (int state = 0; state < language.size(); state++) {
      int from = state;
      if (language.dfa().isAccepting(state)) {
        accepting.add(state);
      }
      next.add(
          language.alphabet().stream()
              .map(letter -> language.dfa().getSuccessor(from, letter))
              .toList());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("alphabet", List.copyOf(language.alphabet()));
    fields.put("initial", 0);
    fields.put("accepting", accepting);
    fields.put("next", next);
    return fields;
  }

  private static String shown(List<String> word) {
    return AnswerText.shown(Words.format(word));
  }

  private static String answer(RegularLanguage language, List<String> word) {
    return language.dfa().accepts(word) ? "accept" : "reject";
  }
}
