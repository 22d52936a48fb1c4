package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.oracle.BreadthFirstChain;
import org.cotsim.languages.oracle.SearchLevels;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.trace.Span;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What the page of thoughts shows is read off the weights; here it is compared with a search. */
class ThoughtsDataTest {

  private static final double EXACT = 1e-9;

  private static TracedInput traced(ConnectivityInstance asked, Recipe way)
      throws ExperimentException {
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor());
    return TracedInput.of(GraphProblem.of(asked.graph()).by(way), asked, setup);
  }

  private static ConnectivityInstance instance(Random random) {
    int vertices = 2 + random.nextInt(10);
    List<Edge> edges = new ArrayList<>();
    for (int e = random.nextInt(2 * vertices); e >= 0; e--) {
      edges.add(new Edge(random.nextInt(vertices), random.nextInt(vertices)));
    }
    List<String> names = IntStream.range(0, vertices).mapToObj(i -> "v" + i).toList();
    EdgeList graph = new EdgeList(names, edges, random.nextBoolean());
    return new ConnectivityInstance(graph, random.nextInt(vertices), random.nextInt(vertices), "");
  }

  private static List<Integer> members(List<Double> vector) {
    vector.forEach(one -> assertThat(Math.min(Math.abs(one), Math.abs(one - 1))).isLessThan(EXACT));
    return IntStream.range(0, vector.size()).filter(v -> vector.get(v) > 0.5).boxed().toList();
  }

  @RepeatedTest(30)
  void everyVectorIsTheSetOfASearchAndTheHeadTakesItsEdges() throws ExperimentException {
    long seed = new Random().nextLong();
    ConnectivityInstance asked = instance(new Random(seed));
    TracedInput run = traced(asked, Recipe.THOUGHTS);
    ThoughtsData shown = ThoughtsData.of(run).orElseThrow();
    SearchLevels levels = SearchLevels.of(asked);
    assertThat(shown.vectors()).as("seed %d", seed).hasSize(levels.rounds() + 1);
    for (int thought = 0; thought <= levels.rounds(); thought++) {
      Map<String, List<Double>> vector = shown.vectors().get(thought);
      List<Integer> reached = members(vector.get("reached"));
      assertThat(reached)
          .as("seed %d", seed)
          .isEqualTo(levels.reachedAfter(thought).stream().boxed().toList());
      assertThat(members(vector.get("next")))
          .isEqualTo(levels.reachedAfter(thought + 1).stream().boxed().toList());
      List<Integer> ends = ends(asked, reached);
      assertThat(taken(run, shown, thought)).as("seed %d", seed).isEqualTo(ends);
      for (int v = 0; v < asked.names().size(); v++) {
        assertThat(vector.get("found").get(v) > EXACT)
            .as("seed %d, share of %d", seed, v)
            .isEqualTo(ends.contains(v));
      }
    }
  }

  /** The far ends of all edges that begin in a set. */
  private static List<Integer> ends(ConnectivityInstance asked, List<Integer> set) {
    TreeSet<Integer> ends = new TreeSet<>();
    for (Edge edge : asked.edges()) {
      if (set.contains(edge.source())) {
        ends.add(edge.target());
      }
      if (!asked.directed() && set.contains(edge.target())) {
        ends.add(edge.source());
      }
    }
    return List.copyOf(ends);
  }

  /** The far ends of the edges that the heads attended to. */
  private static List<Integer> taken(TracedInput run, ThoughtsData shown, int thought) {
    int first = run.trace().prompt().size() - 1 - shown.instance().edges().size();
    int position = run.trace().prompt().size() - 1 + thought;
    TreeSet<Integer> ends = new TreeSet<>();
    for (List<Integer> taker : shown.takers()) {
      for (Span span :
          run.trace().moments().get(position).heads().get(taker.get(0)).get(taker.get(1)).spans()) {
        for (int at = Math.max(first, span.from()); at < span.from() + span.length(); at++) {
          Edge edge = shown.instance().edges().get(at - first);
          ends.add(taker.get(2) == 0 ? edge.target() : edge.source());
        }
      }
    }
    return List.copyOf(ends);
  }

  @Test
  void besideItStandsTheChainOfASearch() throws ExperimentException {
    EdgeList graph =
        new EdgeList(
            List.of("s", "a", "b", "t"),
            List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 3), new Edge(2, 3)),
            true);
    ConnectivityInstance asked = new ConnectivityInstance(graph, 0, 3, "");
    TracedInput run = traced(asked, Recipe.THOUGHTS);
    assertThat(run.usual().orElseThrow().run().chain()).containsExactly("s->a", "s->b", "a->t");
    assertThat(run.usual().orElseThrow().scene().orElseThrow())
        .isEqualTo(new MachineScene.Search(asked, BreadthFirstChain.of(asked).steps()));
    Map<String, List<Double>> first = ThoughtsData.of(run).orElseThrow().vectors().get(0);
    assertThat(first.get("found").get(1)).isEqualTo(0.5, within(EXACT));
    assertThat(JsonText.of(TraceData.of(run, SentencesFile.english())))
        .contains("\"takers\":[[1,0,0]]", "\"found\":[0,0.5,0.5,0]");
    assertThat(ThoughtsData.of(traced(asked, Recipe.SEARCH))).isEmpty();
    assertThat(first.keySet().stream().sorted().collect(Collectors.joining(" ")))
        .isEqualTo("found next reached");
  }
}
