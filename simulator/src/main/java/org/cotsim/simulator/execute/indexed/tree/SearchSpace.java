package org.cotsim.simulator.execute.indexed.tree;

/**
 * What trees of boxes and searches in them must know of their keys.
 *
 * @param split the components of queries and keys
 * @param values the components of what is kept for a key
 * @param exactSums values are integers, whose sums do not depend on the order
 * @param tolerance scores within this distance of the largest count as tied with it
 */
public record SearchSpace(KeySplit split, int values, boolean exactSums, double tolerance) {

  /** The order of keys in a tree. */
  KeyOrder order() {
    return new KeyOrder(split);
  }
}
