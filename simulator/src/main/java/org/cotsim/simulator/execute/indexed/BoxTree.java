package org.cotsim.simulator.execute.indexed;

/**
 * Different keys with the sum and number of their values, in a balanced tree of boxes (an R-tree).
 *
 * <p>A key goes where boxes grow least; a full node is split across its widest dimension, at the
 * new key if that is an extreme one, so that keys that come in order fill their nodes. Time per
 * insertion: O(log keys). An equal key is found where the descent leads, which only overlapping
 * boxes can prevent; it then has two entries.
 */
final class BoxTree {

  private final int[][] groups;
  final double[] leastNorms; // [groups], the least squared length of a key in a group
  final double[] mostNorms; // [groups]
  private final int[] order = new int[BoxNode.SLOTS + 1];
  private final double[] places = new double[BoxNode.SLOTS + 1];
  BoxNode root;

  BoxTree(HeadPlan plan) {
    this.groups = plan.groups;
    this.leastNorms = new double[groups.length];
    this.mostNorms = new double[groups.length];
    java.util.Arrays.fill(leastNorms, Double.POSITIVE_INFINITY);
    this.root = BoxNode.leaf(plan.moving.length, plan.liveValues.length);
  }

  void insert(double[] key, double[] value) {
    BoxNode split = insert(root, key, value);
    if (split != null) {
      BoxNode top = BoxNode.inner(key.length);
      top.set(0, root);
      top.set(1, split);
      top.size = 2;
      root = top;
    }
  }

  /** Inserts below a node; answers the new node beside it if it had to be split. */
  private BoxNode insert(BoxNode node, double[] key, double[] value) {
    if (!node.isLeaf()) {
      int slot = node.grow(key);
      BoxNode split = insert(node.children[slot], key, value);
      return split == null ? null : add(node, slot, split);
    }
    int equal = node.find(key);
    if (equal >= 0) {
      node.merge(equal, value);
      return null;
    }
    measure(key);
    BoxNode into = node;
    BoxNode split = null;
    if (node.size == BoxNode.SLOTS) {
      split = node.another();
      into = split(node, split, key, null);
    }
    into.set(into.size++, key, value);
    return split;
  }

  /** Adds the new node beside a child that was split. */
  private BoxNode add(BoxNode node, int slot, BoxNode child) {
    node.set(slot, node.children[slot]);
    BoxNode into = node;
    BoxNode split = null;
    if (node.size == BoxNode.SLOTS) {
      split = node.another();
      into = split(node, split, null, child);
    }
    into.set(into.size++, child);
    return split;
  }

  private void measure(double[] key) {
    for (int g = 0; g < groups.length; g++) {
      double norm = 0;
      for (int d : groups[g]) {
        norm += key[d] * key[d];
      }
      leastNorms[g] = Math.min(leastNorms[g], norm);
      mostNorms[g] = Math.max(mostNorms[g], norm);
    }
  }

  /** Moves part of a full node to an empty one; answers which of them is to take what is added. */
  private BoxNode split(BoxNode node, BoxNode empty, double[] key, BoxNode child) {
    int dimension = widest(node, key, child);
    place(node, dimension, key, child);
    sort();
    int added = 0;
    while (order[added] != BoxNode.SLOTS) {
      added++;
    }
    if (added == 0 || added == BoxNode.SLOTS) {
      return empty; // what is added stands alone
    }
    double middle = places[order[(BoxNode.SLOTS + 1) / 2]];
    int kept = 0;
    for (int j = 0; j < BoxNode.SLOTS; j++) {
      if (places[j] < middle) {
        node.copy(kept++, node, j);
      } else {
        empty.copy(empty.size++, node, j);
      }
    }
    node.size = kept;
    clear(node);
    boolean left = empty.size == BoxNode.SLOTS || places[BoxNode.SLOTS] < middle;
    return left ? node : empty;
  }

  private static void clear(BoxNode node) {
    if (!node.isLeaf()) {
      java.util.Arrays.fill(node.children, node.size, BoxNode.SLOTS, null);
    }
  }

  private static int widest(BoxNode node, double[] key, BoxNode child) {
    int widest = 0;
    double most = -1;
    for (int d = 0; d < node.dimensions(); d++) {
      double least = key != null ? key[d] : middle(child, d);
      double greatest = least;
      for (int j = 0; j < node.size; j++) {
        double at = node.low[d * BoxNode.SLOTS + j] + node.high[d * BoxNode.SLOTS + j];
        least = Math.min(least, at / 2);
        greatest = Math.max(greatest, at / 2);
      }
      if (greatest - least > most) {
        most = greatest - least;
        widest = d;
      }
    }
    return widest;
  }

  private static double middle(BoxNode node, int dimension) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < node.size; j++) {
      least = Math.min(least, node.low[dimension * BoxNode.SLOTS + j]);
      most = Math.max(most, node.high[dimension * BoxNode.SLOTS + j]);
    }
    return (least + most) / 2;
  }

  private void place(BoxNode node, int d, double[] key, BoxNode child) {
    for (int j = 0; j < BoxNode.SLOTS; j++) {
      places[j] = (node.low[d * BoxNode.SLOTS + j] + node.high[d * BoxNode.SLOTS + j]) / 2;
    }
    places[BoxNode.SLOTS] = key != null ? key[d] : middle(child, d);
  }

  /** Orders the slots and what is added by their places. */
  private void sort() {
    for (int i = 0; i < order.length; i++) {
      int at = i;
      while (at > 0 && places[order[at - 1]] > places[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }
}
