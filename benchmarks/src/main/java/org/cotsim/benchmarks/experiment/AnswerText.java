package org.cotsim.benchmarks.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/** Chains and answers as a person reads them. */
public final class AnswerText {

  private static final String END = "end"; // of an answer of several tokens

  private AnswerText() {}

  /** A word as it stands in a sentence, also one without a symbol. */
  public static String shown(String word) {
    return word.isEmpty() ? "the empty word" : word;
  }

  /** The texts of tokens. */
  public static List<String> texts(Vocabulary vocabulary, int[] tokens) {
    return Arrays.stream(tokens).mapToObj(token -> vocabulary.token(token).text()).toList();
  }

  /** An answer: the word it spells if it has several tokens; empty if there is none. */
  public static Optional<String> of(Vocabulary vocabulary, int[] output, OptionalInt last) {
    return last.isPresent()
        ? Optional.of(of(vocabulary, output, last.getAsInt()))
        : Optional.empty();
  }

  /** An answer whose last token is known. */
  public static String of(Vocabulary vocabulary, int[] output, int last) {
    String end = vocabulary.token(last).text();
    return spells(vocabulary) && end.equals(END) ? Words.format(texts(vocabulary, output)) : end;
  }

  /** The right answer of a machine that has answered. */
  public static String of(Vocabulary vocabulary, Expected expected) {
    return of(vocabulary, expected.output(), expected.answer().orElseThrow());
  }

  /** Whether an answer may be a word of several tokens. */
  public static boolean spells(Vocabulary vocabulary) {
    return vocabulary.withRole(Role.OUTPUT).size() > 0;
  }
}
