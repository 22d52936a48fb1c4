package org.cotsim.benchmarks.problem.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.cotsim.languages.read.graph.GraphBatchReader;
import org.cotsim.languages.read.graph.GraphBatchReader.LabelledInstance;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.InputSize;

/**
 * The questions of a {@code .jsonl} file, a graph a line, all directed or all not; memory: all of
 * them.
 *
 * <p>Small graphs of one size share decoders that have tokens for all pairs of vertices; a large
 * one gets tokens for its own edges.
 */
public final class GraphBatchProblem
    implements ListedInputs<ConnectivityInstance>,
        GraphMeasures<ConnectivityInstance>,
        VocabularyByInput<ConnectivityInstance>,
        WaysToBuild<ConnectivityInstance> {

  private static final int SHARED_VERTICES = 32;

  private final GraphProblem graphs;
  private final SortedMap<Integer, List<ConnectivityInstance>> questions; // by vertices
  private final SortedMap<Integer, GraphProblem> shared = new TreeMap<>();

  private GraphBatchProblem(
      GraphProblem graphs, SortedMap<Integer, List<ConnectivityInstance>> questions) {
    this.graphs = graphs;
    this.questions = questions;
    for (int n : questions.keySet()) {
      if (n <= SHARED_VERTICES) {
        shared.put(n, inTheSameWay(GraphProblem.complete(graphs.subject(), n, graphs.directed())));
      }
    }
  }

  /** Whether a file is one of many graphs. */
  public static boolean isBatch(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".jsonl");
  }

  /**
   * Reads all questions of a file.
   *
   * @throws InputException with the place, also if some graphs are directed and some are not, or a
   *     label is not the oracle's answer
   */
  static GraphBatchProblem read(Path file) throws InputException {
    SortedMap<Integer, List<ConnectivityInstance>> questions = new TreeMap<>();
    Optional<Boolean> directed = Optional.empty();
    try (GraphBatchReader batch = GraphBatchReader.open(file)) {
      for (Optional<LabelledInstance> next = batch.next(); next.isPresent(); next = batch.next()) {
        ConnectivityInstance question = next.get().instance();
        if (directed.isEmpty()) {
          directed = Optional.of(question.directed());
        }
        require(directed.get() == question.directed(), question, directed.get());
        requireTrue(next.get());
        questions.computeIfAbsent(question.names().size(), n -> new ArrayList<>()).add(question);
      }
    }
    GraphProblem any =
        GraphProblem.complete(
            GraphProblem.FILE + file, questions.firstKey(), directed.orElseThrow());
    return new GraphBatchProblem(any, questions);
  }

  private static void require(boolean same, ConnectivityInstance question, boolean directed)
      throws InputException {
    if (!same) {
      throw InputException.in(
          question.label(),
          "found \"directed\": %s, expected %s as in the lines before"
              .formatted(question.directed(), directed));
    }
  }

  private static void requireTrue(LabelledInstance one) throws InputException {
    Optional<Boolean> truth = one.truth();
    if (truth.isPresent() && truth.get() != ConnectivityOracle.reachable(one.instance())) {
      throw InputException.in(
          one.instance().label(),
          "the label says %s, but t is %s from s"
              .formatted(truth.get(), truth.get() ? "not reachable" : "reachable"));
    }
  }

  private GraphProblem inTheSameWay(GraphProblem problem) {
    return problem.inTheWayOf(graphs);
  }

  @Override
  public List<Integer> lengths() {
    return List.copyOf(questions.keySet());
  }

  @Override
  public List<ConnectivityInstance> listed(int n) {
    return questions.get(n);
  }

  @Override
  public GraphProblem suited(ConnectivityInstance input) {
    GraphProblem known = shared.get(input.names().size());
    String file = graphs.subject().substring(GraphProblem.FILE.length());
    return known != null
        ? known
        : inTheSameWay(GraphProblem.of(new GraphFile(file, input.graph())));
  }

  @Override
  public GraphProblem forInput(ConnectivityInstance input) {
    return suited(input);
  }

  @Override
  public String name() {
    return graphs.name();
  }

  @Override
  public String subject() {
    return graphs.subject();
  }

  @Override
  public String summary() {
    return graphs.summary();
  }

  @Override
  public String languageClass() {
    return graphs.languageClass();
  }

  @Override
  public List<Recipe> ways() {
    return graphs.ways();
  }

  @Override
  public GraphBatchProblem by(Recipe recipe) throws ExperimentException {
    return new GraphBatchProblem(graphs.by(recipe), questions);
  }

  @Override
  public Recipe recipe() {
    return graphs.recipe();
  }

  @Override
  public Currency currency() {
    return graphs.currency();
  }

  @Override
  public List<Currency> spends() {
    return graphs.spends();
  }

  @Override
  public Construction<ConnectivityInstance> build(ConstructionOptions options)
      throws ExperimentException {
    return graphs.build(options);
  }

  @Override
  public ConnectivityInstance parse(String text) throws InputException {
    return GraphBatchReader.read(name(), text).instance();
  }

  @Override
  public String format(ConnectivityInstance input) {
    return graphs.format(input);
  }

  @Override
  public int length(ConnectivityInstance input) {
    return graphs.length(input);
  }

  @Override
  public int promptLength(ConnectivityInstance input) {
    return graphs.promptLength(input);
  }

  @Override
  public long mostSteps(int n) {
    return graphs.mostSteps(n);
  }

  @Override
  public Expected expected(ConnectivityInstance input, long limit) {
    return suited(input).expected(input, limit);
  }

  @Override
  public InputSize.Graph graphSize(ConnectivityInstance input) {
    return graphs.graphSize(input);
  }

  @Override
  public OptionalInt distance(ConnectivityInstance input) {
    return graphs.distance(input);
  }
}
