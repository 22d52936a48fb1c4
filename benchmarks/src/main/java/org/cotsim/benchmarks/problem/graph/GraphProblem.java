package org.cotsim.benchmarks.problem.graph;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Floor;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.KnownFloors;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.BreadthFirstChain;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.graph.GraphConstruction;
import org.cotsim.simulator.construct.graph.GraphTokens;
import org.cotsim.simulator.decode.InputSize;

/**
 * Whether t is reachable from s, checked against JGraphT and the exact breadth-first chain.
 *
 * <p>The length n of an input is the number of vertices. The problem of a file asks about its one
 * graph; that of a family has tokens for all graphs of up to {@link #vertices} vertices.
 */
public final class GraphProblem
    implements AllInputs<ConnectivityInstance>,
        RandomInputs<ConnectivityInstance>,
        DrawnMachine<ConnectivityInstance>,
        GraphMeasures<ConnectivityInstance>,
        KnownFloors<ConnectivityInstance>,
        VocabularyByInput<ConnectivityInstance>,
        VocabularyByLength<ConnectivityInstance>,
        VertexQuestions<ConnectivityInstance>,
        WaysToBuild<ConnectivityInstance> {

  /** The prefix of problems that are graph files. */
  public static final String FILE = "graph:";

  /** The prefix of problems that are families of graphs. */
  public static final String FAMILY = "graph-";

  private static final int USUAL_VERTICES = 16;
  private static final int USUALLY_UP_TO = 3; // 593 questions about directed graphs

  private static final int MOST_VERTICES = 512; // three tokens per pair of vertices

  private static final Floor OF_HARD_ATTENTION =
      new Floor(
          "steps",
          "E log(V)",
          "unique hard attention",
          false,
          "the decoders here average over ties, and a token of theirs names a pair of vertices",
          "Amiri, Huang, Rofin and Hahn 2025, arXiv 2502.02393, for directed acyclic graphs");
  private static final Floor OF_FIXED_VOCABULARIES =
      new Floor(
          "steps",
          "log(n)",
          "saturated attention, fixed layers and vocabulary, precision log n",
          false,
          "O(log n) steps stay in TC0, which is not known to hold reachability; here the vocabulary"
              + " grows with the graph",
          "Merrill and Sabharwal 2025, arXiv 2503.03961, theorem 4");
  private static final Floor OF_SETS =
      new Floor(
          "width",
          "V",
          "a set of vertices held in one vector whose numbers have a fixed precision",
          true,
          "thoughts and squaring hold any set of V vertices in the vector of one token, and that is V"
              + " bits; search and padding hold none, their width does not grow",
          "counting: there are 2^V sets");

  private final String name;
  private final String summary;
  private final boolean directed;
  private final int vertices;
  private final Optional<GraphFile> file;
  private final Optional<GraphFamily> family;
  private final Optional<GraphWay> way; // empty for a search
  private final GraphTokens tokens;

  private GraphProblem(
      String name,
      String summary,
      boolean directed,
      int vertices,
      Optional<GraphFile> file,
      Optional<GraphFamily> family,
      Optional<GraphWay> way) {
    this.name = name;
    this.summary = summary;
    this.directed = directed;
    this.vertices = vertices;
    this.file = file;
    this.family = family;
    this.way = way;
    this.tokens =
        file.isPresent()
            ? GraphTokens.of(file.get().graph())
            : GraphTokens.complete(vertices, directed);
  }

  /** The questions about the graph of a file. */
  public static GraphProblem of(GraphFile file) {
    return new GraphProblem(
        FILE + file.source(),
        "reachability in the "
            + kind(file.directed())
            + " graph of "
            + Path.of(file.source()).getFileName(),
        file.directed(),
        file.names().size(),
        Optional.of(file),
        Optional.empty(),
        Optional.empty());
  }

  /** The questions about one graph that is no file. */
  public static GraphProblem of(EdgeList graph) {
    return of(new GraphFile("graph", graph));
  }

  /** The questions of a family. */
  public static GraphProblem of(GraphFamily family) {
    return sized(FAMILY + family, family.directed(), USUAL_VERTICES, Optional.of(family));
  }

  /** The questions about every graph of so many vertices or fewer. */
  public static GraphProblem complete(int vertices, boolean directed) {
    return sized(kind(directed) + " graphs", directed, vertices, Optional.empty());
  }

  /** The questions about every graph of so many vertices or fewer, by another name. */
  static GraphProblem complete(String name, int vertices, boolean directed) {
    return sized(name, directed, vertices, Optional.empty());
  }

  private static GraphProblem sized(
      String name, boolean directed, int vertices, Optional<GraphFamily> family) {
    String summary = "reachability of t from s in " + kind(directed) + " graphs";
    return new GraphProblem(
        name, summary, directed, vertices, Optional.empty(), family, Optional.empty());
  }

  private static String kind(boolean directed) {
    return directed ? "directed" : "undirected";
  }

  /** The problem of a name such as {@code graph-gnp}, if there is one. */
  public static Optional<GraphProblem> find(String name) {
    return Stream.of(GraphFamily.values())
        .filter(family -> name.equals(FAMILY + family))
        .map(GraphProblem::of)
        .findFirst();
  }

  private GraphProblem with(Optional<GraphWay> other) {
    return new GraphProblem(name, summary, directed, vertices, file, family, other);
  }

  /** The same problem with decoders built as those of another. */
  GraphProblem inTheWayOf(GraphProblem other) {
    return with(other.way);
  }

  @Override
  public GraphProblem forLength(int n) throws ExperimentException {
    if (family.isEmpty()) {
      return this;
    }
    if (n > MOST_VERTICES) {
      throw new ExperimentException(
          name + " has tokens for all pairs of at most " + MOST_VERTICES + " vertices, not " + n);
    }
    return sized(name, directed, Math.max(n, GraphFamily.MIN_VERTICES), family).with(way);
  }

  @Override
  public GraphProblem forInput(ConnectivityInstance input) {
    return file.isPresent() ? this : of(new GraphFile(name, input.graph())).with(way);
  }

  @Override
  public int shortest() {
    return GraphFamily.MIN_VERTICES;
  }

  @Override
  public String name() {
    return name + way.map(GraphWay::words).orElse("");
  }

  @Override
  public String subject() {
    return name;
  }

  @Override
  public List<Recipe> ways() {
    return List.of(Recipe.SEARCH, Recipe.THOUGHTS, Recipe.SQUARING, Recipe.PADDING);
  }

  @Override
  public GraphProblem by(Recipe recipe) throws ExperimentException {
    return switch (recipe) {
      case SEARCH -> with(Optional.empty());
      case THOUGHTS -> with(Optional.of(new ThoughtWay()));
      case SQUARING, PADDING -> with(Optional.of(PaddedWay.of(recipe)));
      default -> throw lacking(recipe);
    };
  }

  @Override
  public GraphProblem withoutChain() {
    return with(Optional.of(PaddedWay.any()));
  }

  @Override
  public Recipe recipe() {
    return way.map(GraphWay::recipe).orElse(Recipe.SEARCH);
  }

  @Override
  public Currency currency() {
    return spends().get(0);
  }

  @Override
  public List<Currency> spends() {
    return way.map(GraphWay::spends).orElse(List.of(Currency.STEPS));
  }

  /** With too few loops, or too little padding, the answer is that of shorter paths. */
  @Override
  public WaysToBuild<ConnectivityInstance> limited(Currency currency, long amount)
      throws ExperimentException {
    return way.isPresent() && currency.isBuilt() && spends().contains(currency)
        ? with(Optional.of(way.get().limited(currency, amount)))
        : WaysToBuild.super.limited(currency, amount);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String languageClass() {
    return directed ? "NL-complete" : "L-complete";
  }

  @Override
  public List<String> notes() {
    return file.map(GraphFile::notes).orElse(List.of());
  }

  boolean directed() {
    return directed;
  }

  /** The most vertices that a graph may have. */
  public int vertices() {
    return vertices;
  }

  @Override
  public List<Floor> floors() {
    return directed
        ? List.of(OF_HARD_ATTENTION, OF_FIXED_VOCABULARIES, OF_SETS)
        : List.of(OF_FIXED_VOCABULARIES, OF_SETS);
  }

  @Override
  public Construction<ConnectivityInstance> build(ConstructionOptions options)
      throws ExperimentException {
    if (way.isPresent()) {
      return way.get().construct(file.map(GraphFile::graph), vertices, directed, options);
    }
    Optional<String> problem = GraphConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return GraphConstruction.of(tokens, options);
  }

  /** The tokens of a search; other ways give those that they share with it the same numbers. */
  public GraphTokens tokens() {
    return tokens;
  }

  @Override
  public Optional<GraphFile> graph() {
    return file;
  }

  /** The question about two vertices, by name. */
  @Override
  public ConnectivityInstance question(String source, String target) throws InputException {
    if (file.isEmpty()) {
      throw InputException.in(
          name, "--source and --target name vertices of a file, as in graph:FILE");
    }
    return file.get().question(source, target);
  }

  @Override
  public ConnectivityInstance parse(String text) throws InputException {
    if (file.isEmpty() && text.startsWith("{")) {
      return GraphLine.parse(name, text, vertices, directed);
    }
    String[] names = text.strip().split("\\s+", -1);
    if (names.length != 2) {
      throw InputException.in(name, "expected the names of s and t, not \"" + text + "\"");
    }
    return question(names[0], names[1]);
  }

  /** The two names for a graph file, else the whole graph as a line of a {@code .jsonl} batch. */
  @Override
  public String format(ConnectivityInstance input) {
    return file.isPresent() ? input.sourceName() + " " + input.targetName() : GraphLine.of(input);
  }

  @Override
  public int length(ConnectivityInstance input) {
    return input.names().size();
  }

  @Override
  public InputSize.Graph graphSize(ConnectivityInstance input) {
    return new InputSize.Graph(input.names().size(), input.graph().halfEdges());
  }

  @Override
  public OptionalInt distance(ConnectivityInstance input) {
    return ConnectivityOracle.distance(input);
  }

  @Override
  public String ofLength(int n) {
    return kind(directed) + " graphs on " + n + " vertices";
  }

  @Override
  public String upToLength(int n) {
    return file.isPresent()
        ? "all pairs s, t of the graph"
        : "all "
            + kind(directed)
            + " graphs on up to "
            + n
            + " vertices, with every pair s, t; no loops, no parallel edges, and larger graphs are"
            + " not covered";
  }

  @Override
  public int promptLength(ConnectivityInstance input) {
    return input.edges().size() + 2;
  }

  @Override
  public long mostSteps(int n) {
    if (way.isPresent()) {
      return way.get().mostSteps(n);
    }
    if (file.isEmpty()) {
      return n + (long) n * n;
    }
    long halfEdges = file.get().graph().halfEdges();
    return Math.min(n, halfEdges + 1) + halfEdges;
  }

  @Override
  public Expected expected(ConnectivityInstance input, long most) {
    int[] steps = steps(input);
    if (steps.length > most) {
      return Expected.stopped(Arrays.copyOf(steps, Math.toIntExact(most)));
    }
    boolean reachable = ConnectivityOracle.reachable(input);
    IntStream answer = IntStream.of(tokens.answer(reachable));
    return Expected.answered(
        IntStream.concat(IntStream.of(steps), answer).toArray(), steps.length, reachable);
  }

  private int[] steps(ConnectivityInstance input) {
    return way.isPresent()
        ? way.get().steps(input)
        : BreadthFirstChain.of(input).steps().stream()
            .mapToInt(step -> tokens.step(input, step))
            .toArray();
  }

  @Override
  public Expected expected(ConnectivityInstance input) {
    return expected(input, input.mostSteps());
  }

  @Override
  public MachineScene scene(ConnectivityInstance input, int steps) {
    if (way.isPresent()) {
      return way.get().scene(asInTokens(input), steps);
    }
    List<ChainStep> chain = BreadthFirstChain.of(input).steps();
    return new MachineScene.Search(
        asInTokens(input), chain.subList(0, Math.min(steps, chain.size())));
  }

  /** The vertices under the names that tokens call them by: those of a family are numbered. */
  private ConnectivityInstance asInTokens(ConnectivityInstance input) {
    if (file.isPresent()) {
      return input;
    }
    List<String> numbers =
        IntStream.range(0, input.names().size()).mapToObj(Integer::toString).toList();
    EdgeList graph = new EdgeList(numbers, input.edges(), input.directed());
    return new ConnectivityInstance(graph, input.source(), input.target(), input.label());
  }

  @Override
  public OptionalInt usuallyUpTo() {
    return OptionalInt.of(USUALLY_UP_TO);
  }

  @Override
  public int usualLength() {
    return USUAL_VERTICES;
  }

  @Override
  public String sampling() {
    return "both kinds with the same graphs and degrees";
  }

  @Override
  public Iterator<ConnectivityInstance> random(int length, long seed) throws InputException {
    if (family.isEmpty()) {
      throw InputException.in(name, "random graphs come from a family, such as graph-gnp");
    }
    if (length < GraphFamily.MIN_VERTICES) {
      throw InputException.in(
          name, "graphs have at least " + GraphFamily.MIN_VERTICES + " vertices, not " + length);
    }
    return family.get().twins(length, seed).iterator();
  }

  @Override
  public void requireEnumerable(int longest) throws ExperimentException {
    if (file.isEmpty() && longest > AllGraphs.MAX_VERTICES) {
      throw new ExperimentException(
          "--exhaustive "
              + longest
              + ": all graphs can be gone through up to "
              + AllGraphs.MAX_VERTICES
              + " vertices");
    }
  }

  /** All graphs with so many vertices and all pairs; of a file, all pairs of its vertices. */
  @Override
  public Iterator<ConnectivityInstance> exhaustive(int length) {
    if (length == 0 || (file.isPresent() && length != vertices)) {
      return Collections.emptyIterator();
    }
    Stream<EdgeList> graphs =
        file.isPresent() ? Stream.of(file.get().graph()) : AllGraphs.graphs(length, directed);
    return graphs.flatMap(AllGraphs::questions).iterator();
  }
}
