package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Graphs whose counts and vertices are as hard to tell apart as they get, with as many edges as are
 * certified.
 *
 * <p>{@code -Dcotsim.attack.edges=100000} is the largest graph in binary64, {@code
 * -Dcotsim.attack.edges.scanned=200} in any other arithmetic, where a run costs its square, {@code
 * -Dcotsim.attack.vertices=500000} the most names of vertices.
 */
class GraphAttackTest {

  private static final int INDEXED = Integer.getInteger("cotsim.attack.edges", 1_000);
  private static final int SCANNED = Integer.getInteger("cotsim.attack.edges.scanned", 16);
  private static final int NAMES = Integer.getInteger("cotsim.attack.vertices", 3_000);

  /** A way to go wrong: the vertices and edges of a graph of so many edges; s is 0. */
  private record Attack(
      String what, boolean directed, IntFunction<Integer> vertices, IntFunction<List<Edge>> edges) {

    /** Asks for a vertex that no edge reaches, so that the whole graph is searched. */
    ConnectivityInstance of(int count) {
      int vertices = vertices().apply(count) + 1;
      List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
      EdgeList graph = new EdgeList(names, edges.apply(count), directed);
      return new ConnectivityInstance(graph, 0, vertices - 1, what);
    }
  }

  private static List<Edge> edges(int count, IntFunction<Edge> edge) {
    return IntStream.range(0, count).mapToObj(edge).toList();
  }

  private static final List<Attack> ATTACKS =
      List.of(
          new Attack("a hub", false, n -> n + 1, n -> edges(n, e -> new Edge(0, e + 1))),
          new Attack("a hub", true, n -> n + 1, n -> edges(n, e -> new Edge(0, e + 1))),
          new Attack(
              "a hub at right ends", false, n -> n + 1, n -> edges(n, e -> new Edge(e + 1, 0))),
          new Attack("parallel edges", false, n -> 2, n -> edges(n, e -> new Edge(0, 1))),
          new Attack("parallel edges", true, n -> 2, n -> edges(n, e -> new Edge(0, 1))),
          new Attack("loops among them", false, n -> 2, n -> edges(n, e -> new Edge(0, e % 2))),
          new Attack("a path", false, n -> n + 1, n -> edges(n, e -> new Edge(e, e + 1))),
          // complete between neighbouring layers of 4, every layer after the one before
          new Attack(
              "layers",
              true,
              n -> 4 * (n / 16 + 2),
              n -> edges(n, e -> new Edge(e / 16 * 4 + e % 4, e / 16 * 4 + 4 + e / 4 % 4))));

  /** An attack on one way to build. */
  private record Trial(Attack attack, ConstructionOptions options) {

    @Override
    public String toString() {
      return String.join(
          ", ",
          attack.what(),
          attack.directed() ? "directed" : "undirected",
          options.arithmetic().name(),
          options.hash().name());
    }
  }

  private static Stream<Arithmetic> arithmetics() {
    return Stream.of(
            Arithmetic.BINARY64,
            Arithmetic.BINARY32,
            Arithmetic.BINARY16,
            Arithmetic.bits(13),
            Arithmetic.bits(18))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  private static Stream<ConstructionOptions> options() {
    ConstructionOptions scaled = ConstructionOptions.defaults();
    ConstructionOptions folded = scaled.withHash(Hash.FOLDED);
    return arithmetics()
        .flatMap(
            arithmetic ->
                Stream.of(scaled, folded).map(options -> options.withArithmetic(arithmetic)));
  }

  private static Executor executor(Arithmetic arithmetic) {
    return arithmetic.equals(Arithmetic.BINARY64)
        ? new IndexedExecutor()
        : new ReferenceExecutor(arithmetic);
  }

  @TestFactory
  Stream<DynamicTest> noGraphBreaksACertificateAtItsLimit() {
    return options()
        .flatMap(options -> ATTACKS.stream().map(attack -> new Trial(attack, options)))
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> attack(trial)));
  }

  private static void attack(Trial trial) throws ExperimentException, NotCertifiedException {
    Executor executor = executor(trial.options().arithmetic());
    int most = executor instanceof IndexedExecutor ? INDEXED : SCANNED;
    int edges = largest(most, n -> certified(trial.attack().of(n), trial.options()));
    if (executor instanceof IndexedExecutor) {
      assertThat(edges).as("%s", trial).isPositive();
    }
    if (edges > 0) {
      assertThat(firstWrong(trial.attack().of(edges), trial.options(), executor))
          .as("%s, %d edges", trial, edges)
          .isEmpty();
    }
  }

  /** The largest size up to a bound that is certified, 0 if there is none. */
  private static int largest(int most, IntPredicate certified) {
    int good = 0;
    int bad = most + 1;
    for (int middle = most; bad - good > 1; middle = good + (bad - good) / 2) {
      if (certified.test(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private static Extent extent(ConnectivityInstance instance) {
    return new Extent(instance.edges().size() + 2, instance.stepBound());
  }

  private static boolean certified(ConnectivityInstance instance, ConstructionOptions options) {
    try {
      return construction(instance, options).certificate(extent(instance)).holds();
    } catch (ExperimentException e) {
      throw new AssertionError(e);
    }
  }

  private static Construction<ConnectivityInstance> construction(
      ConnectivityInstance instance, ConstructionOptions options) throws ExperimentException {
    return GraphProblem.of(instance.graph()).construction(options);
  }

  /** Where the chain goes wrong. */
  private static OptionalInt firstWrong(
      ConnectivityInstance instance, ConstructionOptions options, Executor executor)
      throws ExperimentException, NotCertifiedException {
    GraphProblem problem = GraphProblem.of(instance.graph());
    ConstructedDecoder<ConnectivityInstance> decoder =
        problem.construction(options).compile(extent(instance));
    int[] continuation = problem.expected(instance, instance.stepBound()).continuation();
    return new Verifier(decoder.model(), executor)
        .firstDifferences(new int[][] {decoder.prompt(instance)}, new int[][] {continuation})[0];
  }

  /** A path among the first and the last of as many vertices as are certified. */
  private static ConnectivityInstance neighbours(int vertices) {
    List<Edge> edges = new ArrayList<>();
    int length = Math.min(5, vertices - 2);
    for (int v = 0; v < length; v++) {
      edges.add(new Edge(v, v + 1));
      edges.add(new Edge(vertices - 1 - v, vertices - 2 - v));
    }
    edges.add(new Edge(length, vertices - 1));
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return new ConnectivityInstance(new EdgeList(names, edges, false), 0, vertices / 2, "");
  }

  @TestFactory
  Stream<DynamicTest> neighbouringNamesAreToldApartAtTheLimit() {
    return options()
        .map(
            options ->
                DynamicTest.dynamicTest(
                    options.arithmetic().name() + ", " + options.hash(),
                    () -> {
                      int most = largest(NAMES, n -> certified(neighbours(n + 2), options));
                      Executor executor = executor(options.arithmetic());
                      if (executor instanceof IndexedExecutor) {
                        assertThat(most).isPositive();
                      }
                      if (most > 0) {
                        assertThat(firstWrong(neighbours(most + 2), options, executor))
                            .as("%d vertices", most + 2)
                            .isEmpty();
                      }
                    }));
  }

  /** Attacks that break nothing where nothing is certified would show nothing where it is. */
  @ParameterizedTest
  @CsvSource({"SCALED, 13, 40", "FOLDED, 7, 60"})
  void beyondTheLimitSomethingBreaks(Hash hash, int bits, int edges)
      throws ExperimentException, NotCertifiedException {
    Arithmetic arithmetic = Arithmetic.bits(bits);
    ConstructionOptions options =
        ConstructionOptions.defaults().withHash(hash).withArithmetic(arithmetic).uncertified();
    List<String> broken = new ArrayList<>();
    for (Attack attack : ATTACKS) {
      if (firstWrong(attack.of(edges), options, executor(arithmetic)).isPresent()) {
        broken.add(attack.what());
      }
    }
    assertThat(broken).as("%s, %s, %d edges", hash, arithmetic, edges).hasSizeGreaterThan(2);
  }

  /** What one angle cannot tell apart, digits can. */
  @ParameterizedTest
  @CsvSource({"binary64, 1000000", "binary32, 100000"})
  void digitsAreCertifiedWhereAnglesAreNot(String arithmetic, int edges)
      throws ExperimentException {
    ConnectivityInstance small = ATTACKS.get(0).of(3);
    Extent extent = new Extent(edges + 2, 3 * edges);
    ConstructionOptions scaled =
        ConstructionOptions.defaults().withArithmetic(Arithmetic.named(arithmetic).orElseThrow());
    ConstructionOptions folded = scaled.withHash(Hash.FOLDED);
    assertThat(construction(small, scaled).certificate(extent).holds()).isFalse();
    assertThat(construction(small, folded).certificate(extent).holds()).isTrue();
    assertThat(construction(small, scaled.orFolded()).options(extent)).isEqualTo(folded);
  }
}
