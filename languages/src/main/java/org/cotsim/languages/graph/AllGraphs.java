package org.cotsim.languages.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every small graph with every pair s, t, for exhaustive checks; no loops, no parallel edges. */
public final class AllGraphs {

  /** The most vertices that are enumerated: 2^56 directed graphs is far past any run. */
  public static final int MAX_VERTICES = 8;

  private AllGraphs() {}

  /**
   * Every directed graph on 1 to {@code vertices} vertices with every pair, s = t included.
   *
   * <p>Lazy. There are 2^(n(n-1)) graphs on n vertices and n^2 pairs: 26,214,400 instances at n =
   * 5.
   */
  public static Stream<ConnectivityInstance> directed(int vertices) {
    return upTo(vertices, true);
  }

  /** Every undirected graph, 2^(n(n-1)/2) on n vertices, otherwise as {@link #directed}. */
  public static Stream<ConnectivityInstance> undirected(int vertices) {
    return upTo(vertices, false);
  }

  private static Stream<ConnectivityInstance> upTo(int vertices, boolean directed) {
    if (vertices < 1 || vertices > MAX_VERTICES) {
      throw new IllegalArgumentException("from 1 to " + MAX_VERTICES + " vertices: " + vertices);
    }
    return IntStream.rangeClosed(1, vertices)
        .boxed()
        .flatMap(n -> graphs(n, directed))
        .flatMap(AllGraphs::questions);
  }

  /** Every graph on exactly this many vertices, named 0, 1, 2 and so on; lazy. */
  public static Stream<EdgeList> graphs(int vertices, boolean directed) {
    List<Edge> possible = new ArrayList<>();
    for (int u = 0; u < vertices; u++) {
      for (int v = directed ? 0 : u + 1; v < vertices; v++) {
        if (u != v) {
          possible.add(new Edge(u, v));
        }
      }
    }
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return LongStream.range(0, 1L << possible.size())
        .mapToObj(bits -> new EdgeList(names, chosen(possible, bits), directed));
  }

  private static List<Edge> chosen(List<Edge> possible, long bits) {
    return IntStream.range(0, possible.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(possible::get)
        .toList();
  }

  /** Every pair s, t of a graph, s = t included; lazy. */
  public static Stream<ConnectivityInstance> questions(EdgeList graph) {
    int n = graph.names().size();
    return IntStream.range(0, n * n)
        .mapToObj(pair -> new ConnectivityInstance(graph, pair / n, pair % n, ""));
  }
}
