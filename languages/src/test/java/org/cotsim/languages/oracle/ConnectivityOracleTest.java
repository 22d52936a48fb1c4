package org.cotsim.languages.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.junit.jupiter.api.Test;

class ConnectivityOracleTest {

  @Test
  void agreesWithTransitiveClosureOnAllSmallGraphs() {
    AllGraphs.directed(4).forEach(ConnectivityOracleTest::check);
    AllGraphs.undirected(5).forEach(ConnectivityOracleTest::check);
  }

  @Test
  void agreesWithLoopsAndParallelEdges() {
    long seed = 20240517;
    multigraphs(seed, 3000).forEach(ConnectivityOracleTest::check);
  }

  /** By symmetry one pair s, t is enough where every graph on 5 vertices is seen. */
  @Test
  void chainAgreesWithTransitiveClosureOnAllDirectedGraphsWithFiveVertices() {
    AllGraphs.graphs(5, true)
        .map(graph -> new ConnectivityInstance(graph, 0, 1, ""))
        .filter(x -> BreadthFirstChain.of(x).accepted() != closure(x))
        .findFirst()
        .ifPresent(x -> assertThat(x).as("chain and closure differ").isNull());
  }

  private static void check(ConnectivityInstance x) {
    boolean expected = closure(x);
    if (ConnectivityOracle.reachable(x) != expected
        || BreadthFirstChain.of(x).accepted() != expected) {
      assertThat(x).as("reachable: " + expected).isNull();
    }
  }

  /** Random graphs with loops and parallel edges, half of them directed. */
  static Stream<ConnectivityInstance> multigraphs(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int n = 1 + random.nextInt(9);
              List<String> names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
              List<Edge> edges =
                  Stream.generate(() -> new Edge(random.nextInt(n), random.nextInt(n)))
                      .limit(random.nextInt(2 * n))
                      .toList();
              return new ConnectivityInstance(
                  new EdgeList(names, edges, i % 2 == 0),
                  random.nextInt(n),
                  random.nextInt(n),
                  "seed " + seed + " number " + i);
            });
  }

  /** Floyd and Warshall's closure on bit sets: row u holds what is reachable from u. */
  private static boolean closure(ConnectivityInstance x) {
    int n = x.names().size();
    long[] rows = new long[n];
    for (int v = 0; v < n; v++) {
      rows[v] = 1L << v;
    }
    for (Edge edge : x.edges()) {
      rows[edge.source()] |= 1L << edge.target();
      if (!x.directed()) {
        rows[edge.target()] |= 1L << edge.source();
      }
    }
    for (int via = 0; via < n; via++) {
      for (int u = 0; u < n; u++) {
        rows[u] |= (rows[u] >> via & 1) == 1 ? rows[via] : 0;
      }
    }
    return (rows[x.source()] >> x.target() & 1) == 1;
  }
}
