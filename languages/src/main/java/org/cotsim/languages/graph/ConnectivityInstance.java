package org.cotsim.languages.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.Pseudograph;

/**
 * One question of graph connectivity: is t reachable from s?
 *
 * @param graph the edges in input order; self-loops and parallel edges allowed
 * @param source the number of s
 * @param target the number of t, which may be s
 * @param label how the instance is called in reports, possibly empty
 */
public record ConnectivityInstance(EdgeList graph, int source, int target, String label) {

  /** Checks that s and t are vertices of the graph. */
  public ConnectivityInstance {
    Objects.requireNonNull(label, "label");
    Objects.checkIndex(source, graph.names().size());
    Objects.checkIndex(target, graph.names().size());
  }

  /**
   * The question whether t is reachable from s in a JGraphT graph, taken as it is.
   *
   * <p>Names are the vertices' {@code toString()}; vertices and edges keep the graph's own order.
   *
   * @throws IllegalArgumentException if the graph is mixed, if s or t is not one of its vertices,
   *     or if two vertices have the same name
   */
  public static <V, E> ConnectivityInstance of(Graph<V, E> graph, V source, V target) {
    if (graph.getType().isMixed()) {
      throw new IllegalArgumentException("the graph is mixed: directed or undirected, not both");
    }
    Map<V, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (V vertex : graph.vertexSet()) {
      numbers.put(vertex, names.size());
      names.add(String.valueOf(vertex));
    }
    List<Edge> edges = new ArrayList<>();
    for (E edge : graph.edgeSet()) {
      edges.add(
          new Edge(numbers.get(graph.getEdgeSource(edge)), numbers.get(graph.getEdgeTarget(edge))));
    }
    EdgeList list = new EdgeList(names, edges, graph.getType().isDirected());
    return new ConnectivityInstance(list, number(numbers, source), number(numbers, target), "");
  }

  private static <V> int number(Map<V, Integer> numbers, V vertex) {
    Integer number = numbers.get(vertex);
    if (number == null) {
      throw new IllegalArgumentException("not a vertex of the graph: " + vertex);
    }
    return number;
  }

  /** The graph for JGraphT: vertices by name, loops and parallel edges kept, in input order. */
  public Graph<String, DefaultEdge> toJGraphT() {
    Graph<String, DefaultEdge> result =
        directed()
            ? new DirectedPseudograph<>(null, DefaultEdge::new, false)
            : new Pseudograph<>(null, DefaultEdge::new, false);
    names().forEach(result::addVertex);
    for (Edge edge : edges()) {
      result.addEdge(names().get(edge.source()), names().get(edge.target()));
    }
    return result;
  }

  /** The names of the vertices, by vertex number. */
  public List<String> names() {
    return graph.names();
  }

  /** The edges in input order. */
  public List<Edge> edges() {
    return graph.edges();
  }

  /** Whether an edge leads from its source to its target only. */
  public boolean directed() {
    return graph.directed();
  }

  /** The name of s. */
  public String sourceName() {
    return names().get(source);
  }

  /** The name of t. */
  public String targetName() {
    return names().get(target);
  }

  /**
   * The most steps that a breadth-first chain of this graph can have: each vertex but s is found
   * over an edge, so that vertices without edges do not count.
   */
  public int mostSteps() {
    return Math.min(names().size(), graph.halfEdges() + 1) + graph.halfEdges();
  }

  /**
   * The most steps that a breadth-first chain can have: V + E, an undirected edge counting twice.
   */
  public int stepBound() {
    return names().size() + graph.halfEdges();
  }
}
