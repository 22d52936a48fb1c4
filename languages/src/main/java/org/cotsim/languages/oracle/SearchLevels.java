package org.cotsim.languages.oracle;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * How many edges away from s every vertex is.
 *
 * <p>A search that takes all edges at once knows after k rounds the vertices that are at most k
 * edges away. It has its answer when t is among them, or when there are no more.
 *
 * @param depths [vertices], -1 for a vertex that cannot be reached
 * @param target the number of t
 */
public record SearchLevels(List<Integer> depths, int target) {

  public SearchLevels {
    depths = List.copyOf(depths);
  }

  /** The levels of this instance; time linear in the graph. Source: JGraphT's iterator. */
  public static SearchLevels of(ConnectivityInstance instance) {
    Map<String, Integer> known = new HashMap<>();
    BreadthFirstIterator<String, DefaultEdge> reached =
        new BreadthFirstIterator<>(instance.toJGraphT(), instance.sourceName());
    while (reached.hasNext()) {
      String vertex = reached.next();
      known.put(vertex, reached.getDepth(vertex));
    }
    return new SearchLevels(
        instance.names().stream().map(name -> known.getOrDefault(name, -1)).toList(),
        instance.target());
  }

  /** Whether t can be reached. */
  public boolean reachable() {
    return depths.get(target) >= 0;
  }

  /** The rounds until the answer: the distance of t, or else that of the farthest vertex. */
  public int rounds() {
    return reachable() ? depths.get(target) : Collections.max(depths);
  }

  /** The vertices that are at most so many edges away. */
  public BitSet reachedAfter(int rounds) {
    BitSet reached = new BitSet();
    IntStream.range(0, depths.size())
        .filter(vertex -> depths.get(vertex) >= 0 && depths.get(vertex) <= rounds)
        .forEach(reached::set);
    return reached;
  }
}
