package org.cotsim.languages.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One graph with one s and two t of the same degrees: one reachable from s and one not.
 *
 * @param source s, or -1 if no twins were found
 */
record Twins(int vertices, List<Edge> edges, int source, int reachable, int unreachable) {

  boolean found() {
    return source >= 0;
  }

  /** Twins at random vertices of this graph; not {@link #found} if it has none. */
  static Twins choose(int vertices, List<Edge> edges, boolean directed, Random random) {
    return new Search(vertices, edges, directed).run(random);
  }

  private static final class Search {

    private final int vertices;
    private final List<Edge> edges;
    private final List<List<Integer>> successors = new ArrayList<>();
    private final int[] in;
    private final int[] out;

    Search(int vertices, List<Edge> edges, boolean directed) {
      this.vertices = vertices;
      this.edges = edges;
      this.in = new int[vertices];
      this.out = new int[vertices];
      for (int v = 0; v < vertices; v++) {
        successors.add(new ArrayList<>());
      }
      for (Edge edge : edges) {
        connect(edge.source(), edge.target());
        if (!directed) {
          connect(edge.target(), edge.source());
        }
      }
    }

    private void connect(int u, int v) {
      successors.get(u).add(v);
      out[u]++;
      in[v]++;
    }

    /** Tries a few random s only: a graph in which twins are rare is better drawn anew. */
    Twins run(Random random) {
      for (int attempt = 0; attempt < 8; attempt++) {
        int source = random.nextInt(vertices);
        BitSet reached = reachedFrom(source);
        for (int t : shuffledVertices(random)) {
          if (reached.get(t) && t != source && !successors.get(source).contains(t)) {
            for (int twin : shuffledVertices(random)) {
              if (!reached.get(twin) && in[twin] == in[t] && out[twin] == out[t]) {
                return new Twins(vertices, edges, source, t, twin);
              }
            }
          }
        }
      }
      return new Twins(vertices, edges, -1, -1, -1);
    }

    private List<Integer> shuffledVertices(Random random) {
      List<Integer> result = new ArrayList<>(IntStream.range(0, vertices).boxed().toList());
      Collections.shuffle(result, random);
      return result;
    }

    private BitSet reachedFrom(int source) {
      BitSet reached = new BitSet(vertices);
      reached.set(source);
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(source));
      while (!queue.isEmpty()) {
        for (int v : successors.get(queue.remove())) {
          if (!reached.get(v)) {
            reached.set(v);
            queue.add(v);
          }
        }
      }
      return reached;
    }
  }
}
