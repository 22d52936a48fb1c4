package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.RegexReader;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;

/**
 * A problem and how its model is built, as JSON from which a page's own decoder makes both again:
 * the minimal automaton of a regular language.
 *
 * @param problem what is asked
 * @param setup with the reference executor
 */
record LiveProblem(Problem<?> problem, ExperimentSetup setup) {

  private static final int MOST_MOVES = 20_000;

  /**
   * What a page holds of a run's problem.
   *
   * @return empty if a page's decoder cannot build that: other problems than regular languages,
   *     other attention than saturated, other arithmetic than binary64, models without certificate
   */
  static Optional<JsonObject> of(TracedInput run) {
    ConstructionOptions options = run.setup().options();
    Optional<RegularLanguage> language = language(run.problem());
    if (language.isPresent()
        && run.problem() instanceof WaysToBuild<?> able
        && options.equals(standard(options))) {
      JsonObject json = new JsonObject();
      add(json, language.get());
      json.addProperty("summary", able.summary());
      json.addProperty("by", able.recipe().name());
      json.addProperty("hash", options.hash().name());
      json.addProperty("positions", options.positions().name());
      json.addProperty("norms", options.norms().name());
      json.addProperty("folds", options.mayFold());
      run.setup().maxLength().ifPresent(length -> json.addProperty("maxLength", length));
      return Optional.of(json);
    }
    return Optional.empty();
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

  /** The same options where they can be chosen, otherwise the usual ones. */
  private static ConstructionOptions standard(ConstructionOptions options) {
    ConstructionOptions chosen =
        ConstructionOptions.defaults()
            .withHash(options.hash())
            .withPositions(options.positions())
            .withNorms(options.norms());
    return options.mayFold() ? chosen.orFolded() : chosen;
  }

  private static void add(JsonObject json, RegularLanguage language) {
    json.addProperty("name", language.name());
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
   * The problem that a page asks for.
   *
   * @param json as {@link #of} writes it; with a field {@code regex}, and perhaps one {@code
   *     letters}, the language is that of the expression instead
   * @param builder what makes a problem of a language
   * @throws InputException for an expression or a letter that cannot be read, or a large automaton
   * @throws ExperimentException if the problem has no decoder of the recipe
   */
  static LiveProblem read(JsonObject json, LivePage.Builder builder)
      throws InputException, ExperimentException {
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withHash(ConstructionOptions.Hash.valueOf(text(json, "hash")))
            .withPositions(ConstructionOptions.Positions.valueOf(text(json, "positions")))
            .withNorms(ConstructionOptions.Norms.valueOf(text(json, "norms")));
    OptionalInt maxLength =
        json.has("maxLength")
            ? OptionalInt.of(json.get("maxLength").getAsInt())
            : OptionalInt.empty();
    return new LiveProblem(
        problem(json, builder).by(Recipe.valueOf(text(json, "by"))),
        new ExperimentSetup(
            json.get("folds").getAsBoolean() ? options.orFolded() : options,
            maxLength,
            new ReferenceExecutor()));
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static WaysToBuild<?> problem(JsonObject json, LivePage.Builder builder)
      throws InputException {
    if (!json.has("regex")) {
      return builder.problem(small(language(json)), text(json, "summary"));
    }
    String expression = text(json, "regex");
    Optional<String> letters =
        json.has("letters") ? Optional.of(text(json, "letters")) : Optional.empty();
    return builder.problem(
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
    List<String> letters = texts(json.getAsJsonArray("alphabet"));
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
    List<String> names = texts(json.getAsJsonArray("states"));
    boolean named = IntStream.range(0, names.size()).anyMatch(q -> !names.get(q).equals("q" + q));
    return RegularLanguage.of(
        text(json, "name"),
        dfa,
        named ? names : List.of(),
        alphabet,
        texts(json.getAsJsonArray("notes")));
  }

  private static List<String> texts(JsonArray json) {
    List<String> texts = new ArrayList<>();
    json.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }
}
