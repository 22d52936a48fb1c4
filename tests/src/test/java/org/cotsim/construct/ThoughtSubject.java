package org.cotsim.construct;

import java.util.BitSet;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;

/** Reachability by thoughts beside walks of so many edges. */
record ThoughtSubject(SmallGraphs graphs, int longest) implements GraphSubject {

  private static final int VERTICES = 12;

  @Override
  public String answer(ConnectivityInstance input) {
    return forced(input, input.names().size());
  }

  /** Whether a walk of at most so many edges leads from s to t. */
  @Override
  public String forced(ConnectivityInstance input, int steps) {
    BitSet ends = new BitSet();
    ends.set(input.source());
    for (int k = 0; k < steps; k++) {
      BitSet longer = (BitSet) ends.clone();
      for (Edge edge : input.edges()) {
        if (ends.get(edge.source())) {
          longer.set(edge.target());
        }
        if (!input.directed() && ends.get(edge.target())) {
          longer.set(edge.source());
        }
      }
      ends = longer;
    }
    return ends.get(input.target()) ? "accept" : "reject";
  }

  /** Both kinds of edges, on all executors that carry thoughts. */
  static Stream<DynamicContainer> matrix() {
    return Stream.of(true, false)
        .flatMap(directed -> cells(directed))
        .map(cell -> new ConstructionContract<>(cell).container());
  }

  private static Stream<Cell<ConnectivityInstance>> cells(boolean directed) {
    ThoughtSubject subject =
        new ThoughtSubject(SmallGraphs.of(VERTICES, directed, Recipe.THOUGHTS), VERTICES - 1);
    return executors()
        .map(
            executor ->
                new Cell<>(
                    subject,
                    executor,
                    ConstructionOptions.defaults().withArithmetic(executor.arithmetic())));
  }

  private static Stream<Executor> executors() {
    return Stream.of(
        new ReferenceExecutor(),
        new ReferenceExecutor(Arithmetic.BINARY32),
        new ReferenceExecutor(Arithmetic.BINARY16));
  }
}
