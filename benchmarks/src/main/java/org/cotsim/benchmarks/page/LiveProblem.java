package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A problem and how its model is built, as JSON from which a page's own decoder makes both again:
 * {@link LiveAutomaton}, {@link LiveMachine}, {@link LiveGraph}.
 *
 * @param problem what is asked
 * @param setup with the reference executor
 */
record LiveProblem(Problem<?> problem, ExperimentSetup setup) {

  private static final String ENDS = "\n"; // between the names of two vertices

  /**
   * What a page holds of a run's problem.
   *
   * @return empty if a page's decoder cannot build that: other problems than regular languages,
   *     small machines and graphs, other arithmetics than binary64 and {@code bits:P} with P up to
   *     53, other masks, thoughts
   */
  static Optional<JsonObject> of(TracedInput run) {
    ConstructionOptions options = run.setup().options();
    JsonObject json = new JsonObject();
    if (!(run.problem() instanceof WaysToBuild<?> able)
        || ThoughtsData.of(run).isPresent()
        || !options.equals(standard(options))) {
      return Optional.empty();
    }
    json.addProperty("name", able.subject());
    json.addProperty("summary", able.summary());
    json.addProperty("by", able.recipe().name());
    json.addProperty("hash", options.hash().name());
    json.addProperty("positions", options.positions().name());
    json.addProperty("norms", options.norms().name());
    json.addProperty("arithmetic", options.arithmetic().name());
    options.softmax().ifPresent(beta -> json.addProperty("softmax", beta));
    json.addProperty("certified", options.certified());
    json.addProperty("folds", options.mayFold());
    run.setup().maxLength().ifPresent(length -> json.addProperty("maxLength", length));
    return kind(json, run)
        .map(
            kind -> {
              json.addProperty("kind", kind);
              return json;
            });
  }

  private static Optional<String> kind(JsonObject json, TracedInput run) {
    if (LiveAutomaton.addTo(json, run.problem())) {
      return Optional.of(LiveAutomaton.KIND);
    }
    if (LiveMachine.addTo(json, run.problem())) {
      return Optional.of(LiveMachine.KIND);
    }
    return LiveGraph.addTo(json, run) ? Optional.of(LiveGraph.KIND) : Optional.empty();
  }

  /** The same options where they can be chosen, otherwise the usual ones. */
  private static ConstructionOptions standard(ConstructionOptions options) {
    ConstructionOptions chosen =
        ConstructionOptions.defaults()
            .withHash(options.hash())
            .withPositions(options.positions())
            .withNorms(options.norms());
    if (isInPages(options.arithmetic())) {
      chosen = chosen.withArithmetic(options.arithmetic());
    }
    if (options.softmax().isPresent()) {
      chosen = chosen.withSoftmax(options.softmax().getAsDouble());
    }
    if (!options.certified()) {
      chosen = chosen.uncertified();
    }
    return options.mayFold() ? chosen.orFolded() : chosen;
  }

  /** Whether a page computes as this arithmetic does: a browser's {@code float} does not. */
  private static boolean isInPages(Arithmetic arithmetic) {
    return !arithmetic.isWide()
        && (arithmetic.equals(Arithmetic.BINARY64)
            || arithmetic.equals(Arithmetic.bits(arithmetic.precision())));
  }

  /**
   * The problem that a page asks for.
   *
   * @param json as {@link #of} writes it, perhaps with the text of another language, machine or
   *     graph in it
   * @throws InputException if that text cannot be read or is of something too large
   * @throws ExperimentException if the problem has no decoder of the recipe
   */
  static LiveProblem read(JsonObject json, LiveProblems problems)
      throws InputException, ExperimentException {
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withHash(Hash.valueOf(text(json, "hash")))
            .withPositions(ConstructionOptions.Positions.valueOf(text(json, "positions")))
            .withNorms(ConstructionOptions.Norms.valueOf(text(json, "norms")))
            .withArithmetic(Arithmetic.named(text(json, "arithmetic")).orElseThrow());
    if (json.has("softmax")) {
      options = options.withSoftmax(json.get("softmax").getAsDouble());
    }
    if (!json.get("certified").getAsBoolean()) {
      options = options.uncertified();
    }
    OptionalInt maxLength =
        json.has("maxLength")
            ? OptionalInt.of(json.get("maxLength").getAsInt())
            : OptionalInt.empty();
    return new LiveProblem(
        problem(json, problems).by(Recipe.valueOf(text(json, "by"))),
        new ExperimentSetup(
            json.get("folds").getAsBoolean() ? options.orFolded() : options,
            maxLength,
            new ReferenceExecutor(options.arithmetic())));
  }

  private static WaysToBuild<?> problem(JsonObject json, LiveProblems problems)
      throws InputException {
    return switch (text(json, "kind")) {
      case LiveMachine.KIND -> LiveMachine.read(json, problems);
      case LiveGraph.KIND -> LiveGraph.read(json, problems);
      default -> LiveAutomaton.read(json, problems);
    };
  }

  /**
   * Decodes an input.
   *
   * @param word as a person writes it; for a graph, the names of s and t with a line feed between
   *     them, or without any the first and the last vertex
   */
  TracedInput run(String word) throws InputException, ExperimentException {
    return run(problem, word, setup);
  }

  /** The same input with the usual decoder, if that is certified for it. */
  Optional<TracedInput> sound(String word) throws InputException {
    ConstructionOptions options = setup.options();
    ConstructionOptions usual =
        ConstructionOptions.defaults()
            .withPositions(options.positions())
            .withHash(options.hash() == Hash.DIGITS ? Hash.DIGITS : Hash.SCALED)
            .orFolded();
    try {
      return Optional.of(
          run(
              problem,
              word,
              new ExperimentSetup(usual, setup.maxLength(), new ReferenceExecutor())));
    } catch (ExperimentException e) {
      return Optional.empty();
    }
  }

  private static <I> TracedInput run(Problem<I> asked, String word, ExperimentSetup setup)
      throws InputException, ExperimentException {
    I input = input(asked, word);
    return TracedInput.of(VocabularyByInput.suited(asked, input), input, setup);
  }

  private static <I> I input(Problem<I> problem, String word) throws InputException {
    if (!(problem instanceof VertexQuestions<I> graph && (word.contains(ENDS) || word.isEmpty()))) {
      return problem.parse(word);
    }
    if (word.isEmpty()) {
      List<String> names = graph.graph().orElseThrow().names();
      return graph.question(names.get(0), names.get(names.size() - 1));
    }
    String[] ends = word.split(ENDS, -1);
    return graph.question(ends[0], ends[1]);
  }

  static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  static List<String> texts(JsonArray json) {
    List<String> texts = new ArrayList<>();
    json.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }
}
