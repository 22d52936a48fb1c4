package org.cotsim.simulator.model;

/** What is added to a token's embedding for its position, counted from 0. */
public sealed interface PositionEmbedding {

  /** Nothing: a position is known only by what it can see to its left. */
  record None() implements PositionEmbedding {}

  /**
   * One row per position; a sequence longer than the table is an error.
   *
   * @param rows [positions, width]
   */
  record Table(Matrix rows) implements PositionEmbedding {}
}
