package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Keys that may be maximal, with their scores, and the sum of the values of those that are. */
final class CandidateKeys {

  private final boolean exactSums;
  private final double[] sums; // [live values]
  private BoxNode[] leaves = new BoxNode[16];
  private int[] slots = new int[16];
  private double[] scores = new double[16];
  private long[] order = {};
  private int size;
  private double count;

  CandidateKeys(SearchSpace space) {
    this.exactSums = space.exactSums();
    this.sums = new double[space.values()];
  }

  void clear() {
    size = 0;
  }

  void add(BoxNode leaf, int slot, double score) {
    if (size == slots.length) {
      leaves = Arrays.copyOf(leaves, 2 * size);
      slots = Arrays.copyOf(slots, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    leaves[size] = leaf;
    slots[size] = slot;
    scores[size++] = score;
  }

  /** Sums the values of all keys whose scores are at least the threshold. */
  double[] sums(double threshold) {
    Arrays.fill(sums, 0);
    count = 0;
    if (size > 1 && !exactSums) {
      addInOrder(threshold);
      return sums;
    }
    for (int i = 0; i < size; i++) {
      if (scores[i] >= threshold) {
        add(i);
      }
    }
    return sums;
  }

  /** How many positions the latest sum is over. */
  double count() {
    return count;
  }

  private void add(int candidate) {
    BoxNode leaf = leaves[candidate];
    int at = slots[candidate] * sums.length;
    for (int c = 0; c < sums.length; c++) {
      sums[c] += leaf.sums[at + c];
    }
    count += leaf.counts[slots[candidate]];
  }

  /** Adds by the first positions of keys: where no key repeats, the order of the definition. */
  private void addInOrder(double threshold) {
    if (order.length < size) {
      order = new long[slots.length];
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (scores[i] >= threshold) {
        order[kept++] = ((long) leaves[i].firsts[slots[i]] << 32) | i;
      }
    }
    Arrays.sort(order, 0, kept);
    for (int i = 0; i < kept; i++) {
      add((int) order[i]);
    }
  }
}
