package org.cotsim.languages.graph;

/**
 * One edge of an edge list, by vertex numbers; in an undirected graph the order is that of the
 * input.
 *
 * @param source number of the first vertex, counted from 0
 * @param target number of the second vertex, counted from 0
 */
public record Edge(int source, int target) {

  public Edge {
    if (source < 0 || target < 0) {
      throw new IllegalArgumentException("vertex numbers count from 0: " + source + ", " + target);
    }
  }
}
