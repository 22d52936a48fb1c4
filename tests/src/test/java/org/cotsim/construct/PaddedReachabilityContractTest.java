package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reachability with padding, for every executor and at the limits of its certificate. */
class PaddedReachabilityContractTest {

  private static final long SEED = 20_261_129;

  /**
   * Graphs of so many vertices and edges.
   *
   * @param edges as many as are certified, up to a bound
   */
  private record Trial(Recipe way, Arithmetic arithmetic, int vertices, int edges) {

    private Construction<ConnectivityInstance> construction() {
      try {
        return SmallGraphs.of(vertices, true, way)
            .construction(ConstructionOptions.defaults().withArithmetic(arithmetic));
      } catch (ExperimentException e) {
        throw new AssertionError(e);
      }
    }

    private boolean holds() {
      return construction().certificate(new Extent(edges + 2, 0)).holds();
    }
  }

  @TestFactory
  Stream<DynamicContainer> bothWaysKeepTheContract() {
    return PaddedSubject.matrix();
  }

  /** Whoever has no cache takes positions^layers, so only the smallest graphs are for it. */
  @ParameterizedTest
  @CsvSource({"PADDING,2", "SQUARING,3"})
  void tokensAreEnough(Recipe way, int vertices) throws Exception {
    SmallGraphs problem = SmallGraphs.of(vertices, true, way);
    ConstructedDecoder<ConnectivityInstance> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(new Extent(4, 0));
    Iterator<ConnectivityInstance> random = problem.random(2, SEED);
    for (int i = 0; i < 8; i++) {
      ConnectivityInstance graph = random.next();
      assertThat(
              new Decoder(decoder.model(), new TokensOnlyExecutor())
                  .decode(decoder.prompt(graph), 0)
                  .outcome()
                  .answer())
          .as("seed %d, graph %d", SEED, i)
          .isEqualTo(problem.expected(graph).answer());
    }
  }

  @TestFactory
  Stream<DynamicTest> noGraphBreaksACertificate() {
    List<Trial> trials =
        arithmetics()
            .flatMap(
                arithmetic ->
                    Stream.of(Recipe.PADDING, Recipe.SQUARING)
                        .flatMap(way -> trials(way, arithmetic)))
            .toList();
    assertThat(trials).hasSizeGreaterThan(30);
    return trials.stream()
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> attack(trial)));
  }

  private static Stream<Arithmetic> arithmetics() {
    return Stream.concat(
            Arithmetic.values().stream(),
            IntStream.of(10, 12, 13, 14, 16, 18, 21, 60).mapToObj(Arithmetic::bits))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  /** As many vertices as are certified with few edges, and as many edges with few vertices. */
  private static Stream<Trial> trials(Recipe way, Arithmetic arithmetic) {
    int most = arithmetic.isWide() ? 3 : way == Recipe.PADDING ? 4 : 12;
    Optional<Trial> vertices =
        IntStream.rangeClosed(2, most)
            .mapToObj(v -> new Trial(way, arithmetic, v, v))
            .filter(Trial::holds)
            .reduce((fewer, more) -> more);
    Optional<Trial> edges =
        IntStream.rangeClosed(2, arithmetic.isWide() ? 6 : 100)
            .mapToObj(e -> new Trial(way, arithmetic, 3, e))
            .filter(Trial::holds)
            .reduce((fewer, more) -> more);
    return Stream.of(vertices, edges).flatMap(Optional::stream);
  }

  private static void attack(Trial trial) throws Exception {
    ConstructedDecoder<ConnectivityInstance> decoder =
        trial.construction().compile(new Extent(trial.edges() + 2, 0));
    SmallGraphs problem = SmallGraphs.of(trial.vertices(), true, trial.way());
    Decoder running = new Decoder(decoder.model(), new ReferenceExecutor(trial.arithmetic()));
    for (ConnectivityInstance graph : adversarial(trial)) {
      assertThat(running.decode(decoder.prompt(graph), 0).outcome().answer())
          .as("%s, seed %d, %s", trial, SEED, problem.format(graph))
          .isEqualTo(problem.expected(graph).answer());
    }
  }

  /** A vertex whose edges but one are parallel, a path, a cycle that lacks an edge, random ones. */
  private static List<ConnectivityInstance> adversarial(Trial trial) {
    int n = trial.vertices();
    Random random = new Random(SEED);
    List<List<Edge>> graphs = new ArrayList<>();
    List<Edge> parallel = new ArrayList<>();
    IntStream.range(1, trial.edges()).forEach(e -> parallel.add(new Edge(0, n - 2)));
    parallel.add(new Edge(0, n - 1));
    graphs.add(parallel);
    graphs.add(parallel.subList(0, trial.edges() - 1));
    List<Edge> path = IntStream.range(1, n).mapToObj(v -> new Edge(v - 1, v)).toList();
    graphs.add(path.subList(0, Math.min(path.size(), trial.edges())));
    graphs.add(path.stream().map(edge -> new Edge(edge.target(), edge.source())).toList());
    for (int k = 0; k < 2; k++) {
      graphs.add(
          IntStream.range(0, trial.edges())
              .mapToObj(e -> new Edge(random.nextInt(n), random.nextInt(n)))
              .toList());
    }
    List<String> names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
    return graphs.stream()
        .filter(edges -> edges.size() <= trial.edges())
        .map(edges -> new ConnectivityInstance(new EdgeList(names, edges, true), 0, n - 1, ""))
        .toList();
  }
}
