package org.cotsim.languages.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A graph as its list of edges in input order, with named vertices; immutable.
 *
 * <p>Self-loops, parallel edges and isolated vertices are allowed. A vertex's number is its place
 * among the names.
 */
public final class EdgeList {

  private final List<String> names;
  private final List<Edge> edges;
  private final boolean directed;
  private final Map<String, Integer> numbers;

  /**
   * A graph with these vertices and edges.
   *
   * @param names distinct, in the order of their numbers
   * @param edges in input order, between vertices that exist
   * @throws IllegalArgumentException if a name occurs twice or an edge leaves the graph
   */
  public EdgeList(List<String> names, List<Edge> edges, boolean directed) {
    this.names = List.copyOf(names);
    this.edges = List.copyOf(edges);
    this.directed = directed;
    this.numbers = new HashMap<>();
    for (String name : this.names) {
      if (numbers.put(name, numbers.size()) != null) {
        throw new IllegalArgumentException("two vertices are named \"" + name + "\"");
      }
    }
    for (Edge edge : this.edges) {
      if (Math.max(edge.source(), edge.target()) >= this.names.size()) {
        throw new IllegalArgumentException(
            edge + " leaves a graph of " + this.names.size() + " vertices");
      }
    }
  }

  /** The names of the vertices, by vertex number. */
  public List<String> names() {
    return names;
  }

  /** The edges in input order. */
  public List<Edge> edges() {
    return edges;
  }

  /** Whether an edge leads from its source to its target only. */
  public boolean directed() {
    return directed;
  }

  /** The number of the vertex with this name, or empty if no vertex has it; constant time. */
  public OptionalInt number(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** How many edges there are to examine: an undirected edge counts once from either end. */
  public int halfEdges() {
    return directed ? edges.size() : 2 * edges.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdgeList that
        && directed == that.directed
        && names.equals(that.names)
        && edges.equals(that.edges);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * names.hashCode() + edges.hashCode()) + Boolean.hashCode(directed);
  }

  @Override
  public String toString() {
    return (directed ? "directed" : "undirected") + " graph " + names + " " + edges;
  }

  /** Collects vertices and edges by name; a name gets the next number when it first appears. */
  public static final class Builder {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** The number of the vertex with this name, which is added if it is new. */
    public int vertex(String name) {
      return numbers.computeIfAbsent(
          name,
          added -> {
            names.add(added);
            return names.size() - 1;
          });
    }

    /** Adds an edge, and those of its ends that are new, source first. */
    public void edge(String source, String target) {
      int from = vertex(source);
      edges.add(new Edge(from, vertex(target)));
    }

    /** The number of vertices so far. */
    public int size() {
      return names.size();
    }

    /** The graph collected so far. */
    public EdgeList build(boolean directed) {
      return new EdgeList(names, edges, directed);
    }
  }
}
