package org.cotsim.simulator.decode;

import java.util.Optional;

/**
 * The measures of an input that budget formulas name.
 *
 * @param n its length
 * @param t the running time of the machine on it
 * @param ofGraph the measures of a graph, if it is one
 */
public record InputSize(long n, long t, Optional<Graph> ofGraph) {

  /**
   * The measures of a graph.
   *
   * @param vertices V
   * @param edges E, an undirected edge counting twice, once for either direction
   */
  public record Graph(long vertices, long edges) {}

  /** The size of an input that is no graph. */
  public static InputSize of(long n, long t) {
    return new InputSize(n, t, Optional.empty());
  }
}
