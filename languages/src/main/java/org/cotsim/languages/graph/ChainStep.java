package org.cotsim.languages.graph;

/** One step of a chain of thought that searches a graph breadth first. */
public sealed interface ChainStep {

  /** From which end an edge is examined. */
  enum Direction {
    /** From its source to its target. */
    FORWARD,
    /** From its target to its source, in undirected graphs only. */
    BACKWARD
  }

  /**
   * An edge is examined.
   *
   * @param edge its place in the input, counted from 0
   * @param direction from which end
   */
  record Examine(int edge, Direction direction) implements ChainStep {

    /** The vertex from which the edge is examined. */
    public int from(Edge examined) {
      return direction == Direction.FORWARD ? examined.source() : examined.target();
    }

    /** The vertex to which the edge leads. */
    public int to(Edge examined) {
      return direction == Direction.FORWARD ? examined.target() : examined.source();
    }
  }

  /** A vertex without edges to examine is passed over. */
  record Skip() implements ChainStep {}

  /** The step that examines an edge from its source. */
  static ChainStep forward(int edge) {
    return new Examine(edge, Direction.FORWARD);
  }

  /** The step that examines an edge from its target. */
  static ChainStep backward(int edge) {
    return new Examine(edge, Direction.BACKWARD);
  }

  /** The step that passes over a vertex without edges. */
  static ChainStep skip() {
    return new Skip();
  }
}
