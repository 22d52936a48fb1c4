package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * A node of a {@link BoxTree}: entries with keys, or children with boxes around their keys.
 *
 * <p>Coordinates are stored by dimension: that of slot j in dimension d is at {@code d * room + j}.
 * An inner node has room for {@code SLOTS} children, in the order of their keys; a leaf grows to
 * that, with entries in any order.
 */
public final class BoxNode {

  static final int SLOTS = 16;

  private static final int STEP = 4; // by which leaves grow

  double[] low; // [dimensions][room]: boxes; of a leaf, the keys themselves
  double[] high; // [dimensions][room]; of a leaf, the same array as low
  final double[] ranks; // [rank][SLOTS], no key of a child is before it; null in a leaf
  final BoxNode[] children; // [SLOTS], null in a leaf
  double[] sums; // [room][values], of the values of equal keys; null in an inner node
  int[] counts; // [room], of equal keys; null in an inner node
  int[] firsts; // [room], the first position of a key; null where nobody asks
  int room;
  int size;
  double before = Double.NEGATIVE_INFINITY; // of a leaf: others have no first rank between these
  double after = Double.POSITIVE_INFINITY;

  private BoxNode(double[] keys, double[] sums, boolean ordered) {
    this.low = keys;
    this.high = keys;
    this.ranks = null;
    this.children = null;
    this.sums = sums;
    this.counts = new int[STEP];
    this.firsts = ordered ? new int[STEP] : null;
    this.room = STEP;
  }

  private BoxNode(int dimensions, int rank) {
    this.low = new double[dimensions * SLOTS];
    this.high = new double[dimensions * SLOTS];
    this.ranks = new double[rank * SLOTS];
    this.children = new BoxNode[SLOTS];
    this.sums = null;
    this.counts = null;
    this.firsts = null;
    this.room = SLOTS;
  }

  /** An empty leaf; ordered leaves know the first position of every key. */
  static BoxNode leaf(int dimensions, int values, boolean ordered) {
    return new BoxNode(new double[dimensions * STEP], new double[values * STEP], ordered);
  }

  static BoxNode inner(int dimensions, int rank) {
    return new BoxNode(dimensions, rank);
  }

  public boolean isLeaf() {
    return children == null;
  }

  int dimensions() {
    return low.length / room;
  }

  /** Copies an entry of a leaf to a slot of this leaf. */
  void copyEntry(int slot, BoxNode from, int other) {
    for (int d = 0; d < dimensions(); d++) {
      low[d * room + slot] = from.low[d * from.room + other];
    }
    int values = sums.length / room;
    System.arraycopy(from.sums, other * values, sums, slot * values, values);
    counts[slot] = from.counts[other];
    if (firsts != null) {
      firsts[slot] = from.firsts[other];
    }
  }

  /** Gives a leaf room for so many entries, or a few more. */
  void resize(int entries) {
    int next = (entries + STEP - 1) / STEP * STEP;
    if (next == room) {
      return;
    }
    double[] keys = new double[dimensions() * next];
    for (int d = 0; d < dimensions(); d++) {
      System.arraycopy(low, d * room, keys, d * next, size);
    }
    sums = Arrays.copyOf(sums, sums.length / room * next);
    counts = Arrays.copyOf(counts, next);
    firsts = firsts == null ? null : Arrays.copyOf(firsts, next);
    low = keys;
    high = keys;
    room = next;
  }

  /** Appends an entry. */
  void add(double[] key, double[] value, int position) {
    if (size == room) {
      resize(size + 1);
    }
    for (int d = 0; d < key.length; d++) {
      low[d * room + size] = key[d];
    }
    System.arraycopy(value, 0, sums, size * value.length, value.length);
    counts[size] = 1;
    if (firsts != null) {
      firsts[size] = position;
    }
    size++;
  }

  /** The slot of an equal key in a leaf, or -1. */
  int find(double[] key) {
    for (int j = 0; j < size; j++) {
      int d = 0;
      while (d < key.length && low[d * room + j] == key[d]) {
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

  /** The child that a key of this rank belongs to. */
  int locate(double[] rank) {
    int slot = lastWith(rank[0]);
    while (slot > 0 && isAfter(slot, rank)) {
      slot--;
    }
    return slot;
  }

  /** The last child that may hold keys whose first number of the rank is the given one. */
  int lastWith(double number) {
    int slot = 0;
    for (int j = 1; j < size; j++) {
      slot += ranks[j] <= number ? 1 : 0; // no branch that is hard to predict
    }
    return slot;
  }

  /** The child that a key of this rank belongs to; its box grows to hold the key. */
  int descend(double[] key, double[] rank) {
    int slot = locate(rank);
    for (int d = 0; d < key.length; d++) {
      int at = d * SLOTS + slot;
      if (key[d] < low[at]) {
        low[at] = key[d];
      }
      if (key[d] > high[at]) {
        high[at] = key[d];
      }
    }
    return slot;
  }

  private boolean isAfter(int slot, double[] rank) {
    for (int i = 0; i < rank.length; i++) {
      double other = ranks[i * SLOTS + slot];
      if (other != rank[i]) {
        return other > rank[i];
      }
    }
    return false;
  }

  /** Inserts a child, with the box around all that it holds, before a slot. */
  void insert(int slot, BoxNode child, double[] rank) {
    move(this, slot, slot + 1, size - slot);
    size++;
    children[slot] = child;
    for (int i = 0; i < rank.length; i++) {
      ranks[i * SLOTS + slot] = rank[i];
    }
    enclose(slot);
  }

  /** Moves the children from a slot on to an empty node. */
  void moveTail(int from, BoxNode empty) {
    move(empty, from, 0, size - from);
    empty.size = size - from;
    for (int j = from; j < size; j++) {
      children[j] = null;
    }
    size = from;
  }

  private void move(BoxNode into, int from, int to, int count) {
    System.arraycopy(children, from, into.children, to, count);
    for (int at = 0; at < low.length; at += SLOTS) {
      System.arraycopy(low, at + from, into.low, at + to, count);
      System.arraycopy(high, at + from, into.high, at + to, count);
    }
    for (int at = 0; at < ranks.length; at += SLOTS) {
      System.arraycopy(ranks, at + from, into.ranks, at + to, count);
    }
  }

  /** Sets the box of a child to that around all that it holds. */
  void enclose(int slot) {
    BoxNode child = children[slot];
    for (int d = 0; d < dimensions(); d++) {
      int at = d * child.room;
      double least = child.low[at];
      double most = child.high[at];
      for (int j = 1; j < child.size; j++) {
        least = Math.min(least, child.low[at + j]);
        most = Math.max(most, child.high[at + j]);
      }
      low[d * SLOTS + slot] = least;
      high[d * SLOTS + slot] = most;
    }
  }

  /** Bytes of this node and of all below it, object headers included. */
  public long bytes() {
    if (isLeaf()) {
      long ordered = firsts == null ? 0 : 16 + 4L * room;
      return 72 + 3 * 16 + 8L * low.length + 8L * sums.length + 4L * room + ordered;
    }
    long bytes = 72 + 4 * 16 + 16L * low.length + 8L * ranks.length + 4L * SLOTS;
    for (int j = 0; j < size; j++) {
      bytes += children[j].bytes();
    }
    return bytes;
  }
}
