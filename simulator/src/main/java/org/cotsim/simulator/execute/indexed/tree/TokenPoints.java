package org.cotsim.simulator.execute.indexed.tree;

/** Different vectors that tokens have in their keys, all known before the first search. */
public abstract sealed class TokenPoints permits CirclePoints, SignPoints {

  /** The number of vectors. */
  abstract int size();

  /** Whether they are so few that any may be anywhere. */
  abstract boolean isFew();

  /** A component of a vector. */
  abstract double get(int point, int component);

  /** Whether other vectors are the same, in the same order. */
  abstract boolean isSame(TokenPoints other);
}
