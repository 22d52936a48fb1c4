package org.cotsim.benchmarks.experiment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/** Chains and answers as a person reads them. */
public final class AnswerText {

  private static final String END = "end"; // of an answer of several tokens

  private static final Set<Role> NOT_OF_CHAINS =
      EnumSet.of(Role.START, Role.INPUT, Role.THINK, Role.OUTPUT, Role.ANSWER, Role.PADDING);

  private AnswerText() {}

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

  /** The tokens of which chains are made. */
  public static TokenSet ofChains(Vocabulary vocabulary) {
    return TokenSet.of(
        vocabulary.size(),
        vocabulary.all().stream()
            .filter(id -> !NOT_OF_CHAINS.contains(vocabulary.token(id).role())));
  }

  /** Whether an answer may be a word of several tokens. */
  public static boolean spells(Vocabulary vocabulary) {
    return vocabulary.withRole(Role.OUTPUT).size() > 0;
  }
}
