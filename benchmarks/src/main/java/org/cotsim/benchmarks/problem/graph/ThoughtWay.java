package org.cotsim.benchmarks.problem.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.oracle.SearchLevels;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.graph.ThoughtConstruction;

/** Reachability by continuous thoughts, each of which is the set reached so far. */
record ThoughtWay() implements GraphWay {

  @Override
  public Recipe recipe() {
    return Recipe.THOUGHTS;
  }

  @Override
  public List<Currency> spends() {
    return List.of(Currency.THOUGHTS);
  }

  @Override
  public Construction<ConnectivityInstance> construct(
      Optional<EdgeList> graph, int vertices, boolean directed, ConstructionOptions options)
      throws ExperimentException {
    Optional<String> problem = ThoughtConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return graph.isPresent()
        ? ThoughtConstruction.of(graph.get(), options)
        : ThoughtConstruction.complete(vertices, directed, options);
  }

  @Override
  public long mostSteps(int vertices) {
    return Math.max(0, vertices - 1);
  }

  @Override
  public int[] steps(ConnectivityInstance input) {
    int[] thoughts = new int[SearchLevels.of(input).rounds()];
    Arrays.fill(thoughts, ThoughtConstruction.thought());
    return thoughts;
  }

  @Override
  public MachineScene scene(ConnectivityInstance input, int steps) {
    return new MachineScene.Levels(input, SearchLevels.of(input).depths(), steps);
  }
}
