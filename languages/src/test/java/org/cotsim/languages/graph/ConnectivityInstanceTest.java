package org.cotsim.languages.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultUndirectedGraph;
import org.jgrapht.graph.DirectedPseudograph;
import org.junit.jupiter.api.Test;

class ConnectivityInstanceTest {

  @Test
  void takesAJGraphTGraphAsItIs() {
    Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
    List.of("c", "a", "b", "alone").forEach(graph::addVertex);
    graph.addEdge("b", "a");
    graph.addEdge("a", "a");
    graph.addEdge("b", "a");

    ConnectivityInstance instance = ConnectivityInstance.of(graph, "b", "alone");

    assertThat(instance.names()).containsExactly("c", "a", "b", "alone");
    assertThat(instance.edges()).containsExactly(new Edge(2, 1), new Edge(1, 1), new Edge(2, 1));
    assertThat(instance.directed()).isTrue();
    assertThat(instance.sourceName()).isEqualTo("b");
    assertThat(instance.targetName()).isEqualTo("alone");
    assertThat(ConnectivityInstance.of(instance.toJGraphT(), "b", "alone")).isEqualTo(instance);
  }

  @Test
  void anUndirectedEdgeCountsTwiceInTheStepBound() {
    Graph<Integer, DefaultEdge> graph = new DefaultUndirectedGraph<>(DefaultEdge.class);
    graph.addVertex(1);
    graph.addVertex(2);
    graph.addEdge(1, 2);
    ConnectivityInstance instance = ConnectivityInstance.of(graph, 1, 1);
    assertThat(instance.directed()).isFalse();
    assertThat(instance.stepBound()).isEqualTo(4);
    assertThat(ConnectivityInstance.of(instance.toJGraphT(), "1", "1")).isEqualTo(instance);
  }

  @Test
  void refusesWhatIsNoQuestion() {
    EdgeList graph = new EdgeList(List.of("a"), List.of(), true);
    assertThatThrownBy(() -> new ConnectivityInstance(graph, 0, 1, ""))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new EdgeList(List.of("a", "a"), List.of(), true))
        .hasMessage("two vertices are named \"a\"");
    assertThatThrownBy(() -> new EdgeList(List.of("a"), List.of(new Edge(0, 1)), true))
        .hasMessage("Edge[source=0, target=1] leaves a graph of 1 vertices");
    assertThatThrownBy(() -> new Edge(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    Graph<String, DefaultEdge> empty = new DirectedPseudograph<>(DefaultEdge.class);
    assertThatThrownBy(() -> ConnectivityInstance.of(empty, "a", "a"))
        .hasMessage("not a vertex of the graph: a");
  }
}
