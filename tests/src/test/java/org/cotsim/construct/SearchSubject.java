package org.cotsim.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/** Reachability by breadth-first search beside a search that goes through all edges every time. */
record SearchSubject(SmallGraphs graphs, int longest) implements GraphSubject {

  private static final int VERTICES = 6;

  @Override
  public String answer(ConnectivityInstance input) {
    return forced(input, Integer.MAX_VALUE);
  }

  /** Whether t is s or what one of so many steps comes to. */
  @Override
  public String forced(ConnectivityInstance input, int steps) {
    boolean reached =
        input.target() == input.source()
            || ends(input).stream().limit(steps).anyMatch(v -> v == input.target());
    return reached ? "accept" : "reject";
  }

  /** What each step comes to; one that skips a vertex stays there. */
  private static List<Integer> ends(ConnectivityInstance input) {
    List<Integer> queue = new ArrayList<>(List.of(input.source()));
    List<Integer> ends = new ArrayList<>();
    for (int next = 0; next < queue.size(); next++) {
      int vertex = queue.get(next);
      int before = ends.size();
      for (Edge edge : input.edges()) {
        if (edge.source() == vertex) {
          ends.add(edge.target());
        }
        if (edge.target() == vertex && !input.directed()) {
          ends.add(edge.source());
        }
      }
      ends.stream().skip(before).filter(v -> !queue.contains(v)).distinct().forEach(queue::add);
      if (ends.size() == before) {
        ends.add(vertex);
      }
    }
    return ends;
  }

  /** Both kinds of edges and both ways to compare numbers. */
  static Stream<DynamicContainer> matrix() {
    return Stream.of(true, false)
        .flatMap(SearchSubject::cells)
        .map(cell -> new ConstructionContract<>(cell).container());
  }

  private static Stream<Cell<ConnectivityInstance>> cells(boolean directed) {
    SearchSubject subject =
        new SearchSubject(SmallGraphs.of(VERTICES, directed, Recipe.SEARCH), VERTICES - 1);
    return Stream.of(Hash.SCALED, Hash.FOLDED)
        .flatMap(
            hash ->
                executors(hash)
                    .map(
                        executor ->
                            new Cell<>(
                                subject,
                                executor,
                                ConstructionOptions.defaults()
                                    .withHash(hash)
                                    .withArithmetic(executor.arithmetic()))));
  }

  /** In binary32 scaled is certified for 26 tokens, and a chain may have 30. */
  private static Stream<Executor> executors(Hash hash) {
    Arithmetic other = hash == Hash.FOLDED ? Arithmetic.BINARY32 : Arithmetic.BINARY64;
    return Stream.of(
        new IndexedExecutor(), new ReferenceExecutor(other), new Nd4jExecutor(Arithmetic.BINARY64));
  }
}
