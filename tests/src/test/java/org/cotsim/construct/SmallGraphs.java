package org.cotsim.construct;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;

/** Reachability in graphs of few vertices and as many edges, loops and parallel ones among them. */
record SmallGraphs(GraphProblem graphs)
    implements AllInputs<ConnectivityInstance>, RandomInputs<ConnectivityInstance> {

  static SmallGraphs of(int vertices, boolean directed, Recipe way) {
    try {
      return new SmallGraphs(GraphProblem.complete(vertices, directed).by(way));
    } catch (ExperimentException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Iterator<ConnectivityInstance> random(int length, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> random(length, random)).iterator();
  }

  private ConnectivityInstance random(int n, Random random) {
    List<String> names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
    List<Edge> edges =
        IntStream.range(0, n)
            .mapToObj(e -> new Edge(random.nextInt(n), random.nextInt(n)))
            .toList();
    boolean directed = graphs.languageClass().startsWith("NL");
    return new ConnectivityInstance(
        new EdgeList(names, edges, directed), random.nextInt(n), random.nextInt(n), "");
  }

  @Override
  public Iterator<ConnectivityInstance> exhaustive(int length) {
    return graphs.exhaustive(length);
  }

  @Override
  public String name() {
    return graphs.name();
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
  public Construction<ConnectivityInstance> build(ConstructionOptions options)
      throws ExperimentException {
    return graphs.build(options);
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
  public int promptLength(ConnectivityInstance input) {
    return graphs.promptLength(input);
  }

  @Override
  public long mostSteps(int n) {
    return graphs.mostSteps(n);
  }

  @Override
  public Expected expected(ConnectivityInstance input, long limit) {
    return graphs.expected(input, limit);
  }

  @Override
  public String sampling() {
    return "";
  }
}
