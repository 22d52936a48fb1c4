package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.RegexReader;

/** A regular language in a page: its minimal automaton as JSON, or an expression. */
final class LiveAutomaton {

  /** The kind's name in JSON. */
  static final String KIND = "automaton";

  private static final int MOST_MOVES = 20_000;

  private LiveAutomaton() {}

  /** Adds the language of a problem, if it has one. */
  static boolean addTo(JsonObject json, Problem<?> problem) {
    Optional<RegularLanguage> language = language(problem);
    language.ifPresent(one -> add(json, one));
    return language.isPresent();
  }

  private static Optional<RegularLanguage> language(Problem<?> problem) {
    if (!(problem instanceof DecidedByAutomaton<?> decided && decided.isBuiltFromAutomaton())) {
      return Optional.empty();
    }
    try {
      return Optional.of(decided.language())
          .filter(one -> one.size() * one.alphabet().size() <= MOST_MOVES);
    } catch (ExperimentException e) {
      return Optional.empty();
    }
  }

  private static void add(JsonObject json, RegularLanguage language) {
    json.add("notes", TraceData.texts(language.notes()));
    json.add("states", TraceData.texts(language.stateNames()));
    json.add("alphabet", TraceData.texts(List.copyOf(language.alphabet())));
    JsonArray accepting = new JsonArray();
    JsonArray next = new JsonArray();
    for (int q = 0; q < language.size(); q++) {
      int state = q;
      accepting.add(language.dfa().isAccepting(state) ? 1 : 0);
      next.add(
          TraceData.numbers(
              language.alphabet().stream()
                  .mapToInt(symbol -> language.dfa().getSuccessor(state, symbol))));
    }
    json.add("accepting", accepting);
    json.add("next", next);
  }

  /**
   * The problem: with a field {@code regex}, and perhaps one {@code letters}, the language is that
   * of the expression.
   */
  static WaysToBuild<?> read(JsonObject json, LiveProblems problems) throws InputException {
    if (!json.has("regex")) {
      return problems.ofLanguage(small(language(json)), LiveProblem.text(json, "summary"));
    }
    String expression = LiveProblem.text(json, "regex");
    Optional<String> letters =
        json.has("letters") ? Optional.of(LiveProblem.text(json, "letters")) : Optional.empty();
    return problems.ofLanguage(
        small(RegexReader.read(expression, letters)), "the regular expression " + expression);
  }

  /** A language that is quick to build in a page. */
  private static RegularLanguage small(RegularLanguage language) throws InputException {
    if ((long) language.size() * language.alphabet().size() > MOST_MOVES) {
      throw InputException.in(
          language.name(),
          "an automaton of %d states and %d letters is too large for a page; the command line builds it"
              .formatted(language.size(), language.alphabet().size()));
    }
    return language;
  }

  private static RegularLanguage language(JsonObject json) throws InputException {
    List<String> letters = LiveProblem.texts(json.getAsJsonArray("alphabet"));
    for (String letter : letters) {
      Optional<String> problem = Characters.notASymbol(letter);
      if (problem.isPresent()) {
        throw InputException.in("table", Characters.quoted(letter) + " " + problem.get());
      }
    }
    Alphabet<String> alphabet = Alphabets.fromCollection(letters);
    CompactDFA<String> dfa = new CompactDFA<>(alphabet);
    JsonArray next = json.getAsJsonArray("next");
    for (int state = 0; state < next.size(); state++) {
      dfa.addState(json.getAsJsonArray("accepting").get(state).getAsInt() == 1);
    }
    dfa.setInitialState(0);
    for (int state = 0; state < next.size(); state++) {
      int from = state;
      IntStream.range(0, alphabet.size())
          .forEach(
              s ->
                  dfa.setTransition(
                      from,
                      alphabet.getSymbol(s),
                      (Integer) next.get(from).getAsJsonArray().get(s).getAsInt()));
    }
    List<String> names = LiveProblem.texts(json.getAsJsonArray("states"));
    boolean named = IntStream.range(0, names.size()).anyMatch(q -> !names.get(q).equals("q" + q));
    return RegularLanguage.of(
        LiveProblem.text(json, "name"),
        dfa,
        named ? names : List.of(),
        alphabet,
        LiveProblem.texts(json.getAsJsonArray("notes")));
  }
}
