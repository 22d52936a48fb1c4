package org.cotsim.benchmarks.problem.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.MachineSituation;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.InputSize;

/**
 * A family of graphs decided over a fixed alphabet, through the Turing machine of the catalogue, so
 * that its steps can be put beside those of the direct decoder.
 *
 * <p>The word of a question is {@code s>t;} and then {@code u>v;} for every edge, vertex i being i
 * + 1 times {@code x}. The length n of an input is the number of vertices, as for {@link
 * GraphProblem}.
 */
public final class GraphMachineProblem
    implements AllInputs<ConnectivityInstance>,
        RandomInputs<ConnectivityInstance>,
        DrawnMachine<ConnectivityInstance>,
        MachineSituation<ConnectivityInstance>,
        GraphMeasures<ConnectivityInstance> {

  private static final String SUFFIX = "-by-machine";

  private final GraphProblem graphs;
  private final TuringProblem machine;

  private GraphMachineProblem(GraphProblem graphs, TuringProblem machine) {
    this.graphs = graphs;
    this.machine = machine;
  }

  /**
   * The problem of a name such as {@code graph-gnp-by-machine}, if there is one.
   *
   * @param most runs of the machine are stopped after so many steps
   */
  public static Optional<GraphMachineProblem> find(String name, long most) throws InputException {
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    Optional<GraphProblem> graphs =
        GraphProblem.find(name.substring(0, name.length() - SUFFIX.length()));
    if (graphs.isEmpty()) {
      return Optional.empty();
    }
    String entry = graphs.get().directed() ? "reachability" : "reachability-undirected";
    TuringEntry machine = (TuringEntry) Catalogue.find(entry);
    return Optional.of(new GraphMachineProblem(graphs.get(), TuringProblem.of(machine, most)));
  }

  /** A question over the alphabet of the machine. */
  static List<String> word(ConnectivityInstance input) {
    List<String> word = new ArrayList<>();
    append(word, new Edge(input.source(), input.target()));
    input.edges().forEach(edge -> append(word, edge));
    return word;
  }

  private static void append(List<String> word, Edge edge) {
    for (int i = 0; i <= edge.source(); i++) {
      word.add("x");
    }
    word.add(">");
    for (int i = 0; i <= edge.target(); i++) {
      word.add("x");
    }
    word.add(";");
  }

  @Override
  public String name() {
    return graphs.name() + SUFFIX;
  }

  @Override
  public String summary() {
    return graphs.summary() + ", by a Turing machine";
  }

  @Override
  public String languageClass() {
    return graphs.languageClass();
  }

  @Override
  public Construction<ConnectivityInstance> build(ConstructionOptions options)
      throws ExperimentException {
    return new Encoded<>(machine.build(options), GraphMachineProblem::word);
  }

  @Override
  public ConnectivityInstance parse(String text) throws InputException {
    return graphs.parse(text);
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
  public InputSize.Graph graphSize(ConnectivityInstance input) {
    return graphs.graphSize(input);
  }

  @Override
  public OptionalInt distance(ConnectivityInstance input) {
    return graphs.distance(input);
  }

  @Override
  public String ofLength(int n) {
    return graphs.ofLength(n);
  }

  @Override
  public String upToLength(int n) {
    return graphs.upToLength(n);
  }

  @Override
  public int promptLength(ConnectivityInstance input) {
    return word(input).size();
  }

  /** Enough for every graph without parallel edges. */
  @Override
  public long mostSteps(int n) {
    long symbols = (1L * n * n + 1) * (2L * n + 2);
    return machine.mostSteps((int) Math.min(Integer.MAX_VALUE, symbols));
  }

  @Override
  public Expected expected(ConnectivityInstance input, long most) {
    return machine.expected(word(input), most);
  }

  @Override
  public Expected expected(ConnectivityInstance input) {
    return machine.expected(word(input));
  }

  @Override
  public String situation(ConnectivityInstance input, long steps) {
    return machine.situation(word(input), steps);
  }

  @Override
  public MachineScene scene(ConnectivityInstance input, int steps) {
    return machine.scene(word(input), steps);
  }

  @Override
  public OptionalInt usuallyUpTo() {
    return graphs.usuallyUpTo();
  }

  @Override
  public int usualLength() {
    return graphs.usualLength();
  }

  @Override
  public String sampling() {
    return graphs.sampling();
  }

  @Override
  public Iterator<ConnectivityInstance> random(int length, long seed) throws InputException {
    return graphs.random(length, seed);
  }

  @Override
  public void requireEnumerable(int longest) throws ExperimentException {
    graphs.requireEnumerable(longest);
  }

  @Override
  public Iterator<ConnectivityInstance> exhaustive(int length) {
    return graphs.exhaustive(length);
  }

  /** A construction whose inputs are written in another way first. */
  private record Encoded<I, J>(Construction<J> inner, Function<I, J> writing)
      implements Construction<I> {

    @Override
    public ConstructionOptions options() {
      return inner.options();
    }

    @Override
    public ConstructionOptions options(Extent extent) {
      return inner.options(extent);
    }

    @Override
    public String steps() {
      return inner.steps();
    }

    @Override
    public Certificate certificate(Extent extent) {
      return inner.certificate(extent);
    }

    @Override
    public ConstructedDecoder<I> compile(Extent extent) throws NotCertifiedException {
      ConstructedDecoder<J> compiled = inner.compile(extent);
      return new ConstructedDecoder<>(
          compiled.assembly(),
          compiled.certificate(),
          input -> compiled.encoding().apply(writing.apply(input)));
    }
  }
}
