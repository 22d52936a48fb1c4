package org.cotsim.languages.oracle;

import java.util.OptionalInt;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;

/** The true answer to a connectivity question, by JGraphT. */
public final class ConnectivityOracle {

  private ConnectivityOracle() {}

  /**
   * Whether t is reachable from s, along the edges' direction in a directed graph.
   *
   * <p>Cost: linear in the graph. Source: JGraphT's {@code ConnectivityInspector} for undirected
   * graphs, its {@code BreadthFirstIterator} for directed ones.
   */
  public static boolean reachable(ConnectivityInstance instance) {
    Graph<String, DefaultEdge> graph = instance.toJGraphT();
    String target = instance.targetName();
    if (!instance.directed()) {
      return new ConnectivityInspector<>(graph).pathExists(instance.sourceName(), target);
    }
    BreadthFirstIterator<String, DefaultEdge> reached =
        new BreadthFirstIterator<>(graph, instance.sourceName());
    while (reached.hasNext()) {
      if (reached.next().equals(target)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The number of edges of a shortest path from s to t, if there is one.
   *
   * <p>Cost: linear in the graph. Source: JGraphT's {@code BreadthFirstIterator}.
   */
  public static OptionalInt distance(ConnectivityInstance instance) {
    BreadthFirstIterator<String, DefaultEdge> reached =
        new BreadthFirstIterator<>(instance.toJGraphT(), instance.sourceName());
    while (reached.hasNext()) {
      String vertex = reached.next();
      if (vertex.equals(instance.targetName())) {
        return OptionalInt.of(reached.getDepth(vertex));
      }
    }
    return OptionalInt.empty();
  }
}
