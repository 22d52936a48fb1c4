package org.cotsim.simulator.execute.indexed;

/**
 * A node of a {@link BoxTree}: entries with keys, or children with boxes around their keys.
 *
 * <p>Coordinates are stored by dimension: that of slot j in dimension d is at {@code d * SLOTS +
 * j}.
 */
final class BoxNode {

  static final int SLOTS = 16;

  final double[] low; // [dimensions][SLOTS]: boxes; of a leaf, the keys themselves
  final double[] high; // [dimensions][SLOTS]; of a leaf, the same array as low
  final BoxNode[] children; // [SLOTS], null in a leaf
  final double[] sums; // [SLOTS][values], of the values of equal keys; null in an inner node
  final int[] counts; // [SLOTS], of equal keys; null in an inner node
  int size;

  private BoxNode(double[] low, double[] high, BoxNode[] children, double[] sums, int[] counts) {
    this.low = low;
    this.high = high;
    this.children = children;
    this.sums = sums;
    this.counts = counts;
  }

  static BoxNode leaf(int dimensions, int values) {
    double[] keys = new double[dimensions * SLOTS];
    return new BoxNode(keys, keys, null, new double[values * SLOTS], new int[SLOTS]);
  }

  static BoxNode inner(int dimensions) {
    double[] low = new double[dimensions * SLOTS];
    return new BoxNode(low, new double[dimensions * SLOTS], new BoxNode[SLOTS], null, null);
  }

  boolean isLeaf() {
    return children == null;
  }

  int dimensions() {
    return low.length / SLOTS;
  }

  /** An empty node of the same kind. */
  BoxNode another() {
    return isLeaf() ? leaf(dimensions(), sums.length / SLOTS) : inner(dimensions());
  }

  /** Copies a slot of a node of the same kind to a slot of this one. */
  void copy(int slot, BoxNode from, int other) {
    for (int at = 0; at < low.length; at += SLOTS) {
      low[at + slot] = from.low[at + other];
      high[at + slot] = from.high[at + other];
    }
    if (isLeaf()) {
      int values = sums.length / SLOTS;
      System.arraycopy(from.sums, other * values, sums, slot * values, values);
      counts[slot] = from.counts[other];
    } else {
      children[slot] = from.children[other];
    }
  }

  /** Sets a slot to an entry. */
  void set(int slot, double[] key, double[] value) {
    for (int d = 0; d < key.length; d++) {
      low[d * SLOTS + slot] = key[d];
    }
    System.arraycopy(value, 0, sums, slot * value.length, value.length);
    counts[slot] = 1;
  }

  /** Sets a slot to a child and the box around all that it holds. */
  void set(int slot, BoxNode child) {
    children[slot] = child;
    for (int at = 0; at < low.length; at += SLOTS) {
      double least = child.low[at];
      double most = child.high[at];
      for (int j = 1; j < child.size; j++) {
        least = Math.min(least, child.low[at + j]);
        most = Math.max(most, child.high[at + j]);
      }
      low[at + slot] = least;
      high[at + slot] = most;
    }
  }

  /** The slot of an equal key in a leaf, or -1. */
  int find(double[] key) {
    for (int j = 0; j < size; j++) {
      int d = 0;
      while (d < key.length && low[d * SLOTS + j] == key[d]) {
        d++;
      }
      if (d == key.length) {
        return j;
      }
    }
    return -1;
  }

  /** Adds a value to an entry. */
  void merge(int slot, double[] value) {
    int at = slot * value.length;
    for (int c = 0; c < value.length; c++) {
      sums[at + c] += value[c];
    }
    counts[slot]++;
  }

  /** The child whose box has to grow least to hold a key; its box grows. */
  int grow(double[] key) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < size && least > 0; j++) {
      double growth = 0;
      for (int d = 0; d < key.length; d++) {
        double below = low[d * SLOTS + j] - key[d];
        double above = key[d] - high[d * SLOTS + j];
        growth += Math.max(0, Math.max(below, above));
      }
      if (growth < least) {
        least = growth;
        best = j;
      }
    }
    if (least > 0) {
      for (int d = 0; d < key.length; d++) {
        int at = d * SLOTS + best;
        low[at] = Math.min(low[at], key[d]);
        high[at] = Math.max(high[at], key[d]);
      }
    }
    return best;
  }

  /** Bytes of the arrays of this node and of all below it. */
  long bytes() {
    long bytes = 8L * low.length + 64;
    if (isLeaf()) {
      return bytes + 8L * sums.length + 4L * counts.length;
    }
    bytes += 8L * high.length + 4L * children.length;
    for (int j = 0; j < size; j++) {
      bytes += children[j].bytes();
    }
    return bytes;
  }
}
