package org.cotsim.languages.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.languages.graph.ChainStep.backward;
import static org.cotsim.languages.graph.ChainStep.forward;
import static org.cotsim.languages.graph.ChainStep.skip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {

  /** a to b, a to c, b to d, and e on its own; the chain to d is 0 1 2. */
  private static final EdgeList GRAPH =
      new EdgeList(
          List.of("a", "b", "c", "d", "e"),
          List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 3)),
          true);

  static Stream<Arguments> violations() {
    return Stream.of(
        bad("d", true, "step 2 names edge 7, but there are only 3 edges", forward(0), forward(7)),
        bad("d", true, "step 1 names edge -1, but there are only 3 edges", forward(-1)),
        bad("d", true, "step 1 goes backward along edge 0 of a directed graph", backward(0)),
        bad(
            "d",
            true,
            "step 1 examines edge 2 from vertex b, which no earlier step reached",
            forward(2)),
        bad(
            "d",
            true,
            "step 2 examines edge 2 from vertex b, but edge 1 from vertex a comes first",
            forward(0),
            forward(2)),
        bad(
            "d",
            true,
            "step 1 examines edge 1 from vertex a, but edge 0 from vertex a comes first",
            forward(1)),
        bad(
            "d",
            true,
            "step 2 examines edge 0 from vertex a a second time",
            forward(0),
            forward(0)),
        bad("d", true, "step 1 skips, but edge 0 from vertex a was not examined", skip()),
        bad(
            "e",
            false,
            "step 4 examines edge 0 from vertex a, but vertex c without edges was not skipped",
            forward(0),
            forward(1),
            forward(2),
            forward(0)),
        bad("c", true, "step 3 comes after t was reached", forward(0), forward(1), forward(2)),
        bad("a", true, "step 1 comes after t was reached", forward(0)),
        bad(
            "e",
            false,
            "step 6 comes after every reached vertex was exhausted",
            forward(0),
            forward(1),
            forward(2),
            skip(),
            skip(),
            skip()),
        bad("d", true, "the chain accepts, but no step reaches t", forward(0), forward(1)),
        bad("d", false, "the chain rejects, but reaches t", forward(0), forward(1), forward(2)),
        bad(
            "d",
            false,
            "the chain rejects, but edge 2 from vertex b was not examined",
            forward(0),
            forward(1)));
  }

  private static Arguments bad(String t, boolean accepted, String message, ChainStep... steps) {
    return Arguments.of(t, accepted, message, Arrays.asList(steps));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void theFirstViolationIsNamed(String t, boolean accepted, String message, List<ChainStep> steps) {
    ConnectivityInstance x = new ConnectivityInstance(GRAPH, 0, GRAPH.number(t).getAsInt(), "");
    assertThat(ChainCheck.firstViolation(x, steps, accepted)).contains(message);
  }

  @Test
  void acceptsAllTrueChainsOfSmallGraphs() {
    Stream.of(
            AllGraphs.directed(4),
            AllGraphs.undirected(5),
            ConnectivityOracleTest.multigraphs(5, 3000))
        .flatMap(instances -> instances)
        .forEach(x -> assertAccepted(x, BreadthFirstChain.of(x)));
  }

  /** The rules leave no choice, so any other chain must be refused. */
  @Test
  void rejectsEveryMutatedChain() {
    long seed = 99;
    Random random = new Random(seed);
    List<ConnectivityInstance> instances =
        new ArrayList<>(ConnectivityOracleTest.multigraphs(seed, 2000).toList());
    for (GraphFamily family : GraphFamily.values()) {
      for (int i = 0; i < 40; i++) {
        instances.add(family.generate(8 + i % 9, i % 2 == 0, i));
      }
    }
    for (ConnectivityInstance x : instances) {
      BreadthFirstChain chain = BreadthFirstChain.of(x);
      assertAccepted(x, chain);
      assertRefused(x, chain.steps(), !chain.accepted());
      for (int i = 0; i < 20; i++) {
        List<ChainStep> mutated = mutated(chain.steps(), x.edges().size(), random);
        if (!mutated.equals(chain.steps())) {
          assertRefused(x, mutated, chain.accepted());
          assertRefused(x, mutated, !chain.accepted());
        }
      }
    }
  }

  private static void assertAccepted(ConnectivityInstance x, BreadthFirstChain chain) {
    ChainCheck.firstViolation(x, chain.steps(), chain.accepted())
        .ifPresent(violation -> assertThat(x).as(violation).isNull());
  }

  private static void assertRefused(
      ConnectivityInstance x, List<ChainStep> steps, boolean accepted) {
    assertThat(ChainCheck.firstViolation(x, steps, accepted))
        .as("%s %s %s", x, steps, accepted)
        .isPresent();
  }

  private static List<ChainStep> mutated(List<ChainStep> steps, int edges, Random random) {
    List<ChainStep> result = new ArrayList<>(steps);
    int at = random.nextInt(steps.size() + 1);
    ChainStep other = anyStep(edges, random);
    boolean inside = at < steps.size();
    switch (random.nextInt(5)) {
      case 0 -> result.add(at, other);
      case 1 -> result.subList(at, steps.size()).clear();
      case 2 -> result.subList(at, inside ? at + 1 : at).clear();
      case 3 -> {
        if (inside) {
          result.set(at, other);
        }
      }
      default -> {
        if (inside) {
          result.add(random.nextInt(steps.size()), result.remove(at));
        }
      }
    }
    return result;
  }

  private static ChainStep anyStep(int edges, Random random) {
    int edge = random.nextInt(edges + 1);
    return switch (random.nextInt(3)) {
      case 0 -> skip();
      case 1 -> backward(edge);
      default -> forward(edge);
    };
  }
}
