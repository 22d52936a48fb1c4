package org.cotsim.construct;

import java.util.stream.Stream;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/** Reachability with padding beside the transitive closure. */
record PaddedSubject(SmallGraphs graphs, int longest) implements GraphSubject {

  @Override
  public String answer(ConnectivityInstance input) {
    return closure(input)[input.source()][input.target()] ? "accept" : "reject";
  }

  @Override
  public String forced(ConnectivityInstance input, int steps) {
    throw new AssertionError("there are no steps");
  }

  /** By the algorithm of Warshall, which neither squares nor searches. */
  private static boolean[][] closure(ConnectivityInstance input) {
    int n = input.names().size();
    boolean[][] reached = new boolean[n][n];
    for (Edge edge : input.edges()) {
      reached[edge.source()][edge.target()] = true;
      reached[edge.target()][edge.source()] |= !input.directed();
    }
    for (int v = 0; v < n; v++) {
      reached[v][v] = true;
      for (int u = 0; u < n; u++) {
        for (int w = 0; w < n; w++) {
          reached[u][w] |= reached[u][v] && reached[v][w];
        }
      }
    }
    return reached;
  }

  /** Both ways and both kinds of edges; the directed ones with all executors that have a cache. */
  static Stream<DynamicContainer> matrix() {
    return Stream.of(Recipe.PADDING, Recipe.SQUARING)
        .flatMap(way -> Stream.of(cells(way, true), cells(way, false)))
        .flatMap(cells -> cells)
        .map(cell -> new ConstructionContract<>(cell).container());
  }

  private static Stream<Cell<ConnectivityInstance>> cells(Recipe way, boolean directed) {
    int vertices = way == Recipe.PADDING ? 4 : 8;
    PaddedSubject subject =
        new PaddedSubject(SmallGraphs.of(vertices, directed, way), vertices - 1);
    Stream<Executor> always =
        Stream.of(new IndexedExecutor(), new ReferenceExecutor(Arithmetic.BINARY32));
    Stream<Executor> others =
        Stream.of(
            new ReferenceExecutor(),
            new Nd4jExecutor(Arithmetic.BINARY64),
            new OnnxRuntimeExecutor(Arithmetic.BINARY64));
    Stream<Executor> executors = directed ? Stream.concat(always, others) : always;
    return executors.map(
        executor ->
            new Cell<>(
                subject,
                executor,
                ConstructionOptions.defaults().withArithmetic(executor.arithmetic())));
  }
}
