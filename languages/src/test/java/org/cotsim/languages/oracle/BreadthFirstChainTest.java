package org.cotsim.languages.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.languages.graph.ChainStep.backward;
import static org.cotsim.languages.graph.ChainStep.forward;
import static org.cotsim.languages.graph.ChainStep.skip;

import java.util.List;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.junit.jupiter.api.Test;

class BreadthFirstChainTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  @Test
  void directedEdgesAreExaminedInInputOrderAndDeadEndsSkipped() {
    List<Edge> edges = List.of(new Edge(1, 3), new Edge(0, 2), new Edge(0, 1));
    BreadthFirstChain chain = BreadthFirstChain.of(instance(edges, true, 0, 3));
    assertThat(chain.accepted()).isTrue();
    assertThat(chain.steps()).containsExactly(forward(1), forward(2), skip(), forward(0));
  }

  @Test
  void undirectedEdgesAreExaminedFromBothEnds() {
    List<Edge> edges = List.of(new Edge(1, 0), new Edge(2, 2), new Edge(1, 2));
    BreadthFirstChain chain = BreadthFirstChain.of(instance(edges, false, 0, 3));
    assertThat(chain.accepted()).isFalse();
    assertThat(chain.steps())
        .containsExactly(backward(0), forward(0), forward(2), forward(1), backward(1), backward(2));
  }

  @Test
  void specialCases() {
    assertThat(BreadthFirstChain.of(instance(List.of(), true, 2, 2)))
        .isEqualTo(new BreadthFirstChain(List.of(), true));
    assertThat(BreadthFirstChain.of(instance(List.of(), true, 2, 0)))
        .isEqualTo(new BreadthFirstChain(List.of(skip()), false));
    List<Edge> parallel = List.of(new Edge(0, 1), new Edge(0, 1), new Edge(0, 0));
    assertThat(BreadthFirstChain.of(instance(parallel, true, 0, 3)).steps())
        .containsExactly(forward(0), forward(1), forward(2), skip());
  }

  @Test
  void neverLongerThanTheBoundAndLongEnoughOnPaths() {
    for (GraphFamily family : GraphFamily.values()) {
      for (long seed = 0; seed < 50; seed++) {
        for (boolean connected : new boolean[] {true, false}) {
          ConnectivityInstance x = family.generate(30, connected, seed);
          assertThat(BreadthFirstChain.of(x).steps().size())
              .as(x.label())
              .isLessThanOrEqualTo(x.stepBound());
        }
      }
    }
    assertThat(BreadthFirstChain.of(GraphFamily.TWO_PATHS.generate(100, true, 1)).steps())
        .hasSizeBetween(2 * 48, 2 * 48 + 1);
    assertThat(BreadthFirstChain.of(GraphFamily.TWO_PATHS_DIRECTED.generate(100, false, 1)).steps())
        .hasSize(50);
  }

  @Test
  void aHundredThousandEdgesTakeNoTimeWorthMentioning() {
    ConnectivityInstance x = GraphFamily.TWO_PATHS.generate(100_000, true, 3);
    BreadthFirstChain chain = BreadthFirstChain.of(x);
    assertThat(chain.steps()).hasSizeBetween(2 * 49_998, 2 * 49_998 + 1);
    assertThat(ChainCheck.firstViolation(x, chain.steps(), true)).isEmpty();
  }

  private static ConnectivityInstance instance(
      List<Edge> edges, boolean directed, int source, int target) {
    return new ConnectivityInstance(new EdgeList(NAMES, edges, directed), source, target, "");
  }
}
