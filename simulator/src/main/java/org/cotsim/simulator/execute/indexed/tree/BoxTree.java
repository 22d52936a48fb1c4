package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Different keys with the sum and number of their values, in a balanced tree of boxes.
 *
 * <p>Keys are in their {@link KeyOrder}; boxes do the searching, so the order decides speed only. A
 * full node is split where it grows. Time per insertion: O(log keys).
 */
public final class BoxTree {

  private static final int SLOTS = BoxNode.SLOTS;
  private static final double UNDERFLOW = 1e-150; // above lengths whose squares underflow

  private final int[][] groups;
  private final boolean ordered;
  final double[] leastNorms; // [groups], the least squared length of a key in a group
  final double[] mostNorms; // [groups]
  final double[] radii; // [groups], no key of a group is longer
  private final KeyOrder order;
  private final double[] rank; // of the key that is inserted
  private final double[] splitRank; // of the node that was split off
  private final double[][] ranks; // [SLOTS + 1][rank], of a full leaf's keys and of the new one
  private final double[] other; // [moving], a key of a full leaf
  private final int[] places = new int[SLOTS + 1]; // sorted
  public BoxNode root;
  private BoxNode[] hints = {}; // [hash of a first rank], a leaf where keys of that rank were
  private int leaves = 1;

  public BoxTree(SearchSpace space) {
    int dimensions = space.split().moving.length;
    this.groups = space.split().groups;
    this.order = space.order();
    this.other = new double[dimensions];
    this.ordered = !space.exactSums();
    this.leastNorms = new double[groups.length];
    this.mostNorms = new double[groups.length];
    this.radii = new double[groups.length];
    Arrays.fill(leastNorms, Double.POSITIVE_INFINITY);
    Arrays.fill(radii, UNDERFLOW);
    this.rank = new double[order.length()];
    this.splitRank = new double[order.length()];
    this.ranks = new double[SLOTS + 1][order.length()];
    this.root = BoxNode.leaf(dimensions, space.values(), ordered);
  }

  public void insert(double[] key, double[] value, int position) {
    if (!root.isLeaf()) {
      order.rank(key, rank);
    }
    BoxNode split = insert(root, key, value, position);
    if (split != null) {
      BoxNode top = BoxNode.inner(key.length, rank.length);
      top.insert(0, root, rank); // the rank of a first child is never read
      top.insert(1, split, splitRank);
      root = top;
    }
  }

  /** Inserts below a node; answers the node after it, with its rank, if it had to be split. */
  private BoxNode insert(BoxNode node, double[] key, double[] value, int position) {
    if (!node.isLeaf()) {
      int slot = node.descend(key, rank);
      BoxNode split = insert(node.children[slot], key, value, position);
      return split == null ? null : insertChild(node, slot, split);
    }
    if (node != root) {
      remember(rank[0], node);
    }
    int equal = node.find(key);
    if (equal >= 0) {
      node.merge(equal, value);
      return null;
    }
    measure(key);
    if (node.size < SLOTS) {
      node.add(key, value, position);
      return null;
    }
    leaves++;
    return splitLeaf(node, key, value, position);
  }

  /** A leaf for keys of a first rank, if one is known; safe between threads that search. */
  BoxNode hint(double first) {
    BoxNode[] known = hints;
    BoxNode hint = known.length == 0 ? null : known[slot(first, known)];
    return hint != null && hint.before <= first && first <= hint.after ? hint : null;
  }

  /** Remembers a leaf for keys of a first rank; safe between threads that search. */
  void remember(double first, BoxNode leaf) {
    BoxNode[] known = hints;
    if (known.length < 2 * leaves) {
      known = new BoxNode[Integer.highestOneBit(8 * leaves)];
      hints = known;
    }
    known[slot(first, known)] = leaf;
  }

  private static int slot(double first, BoxNode[] known) {
    long hash = Double.doubleToRawLongBits(first) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) & (known.length - 1);
  }

  /** Bytes of the arrays. */
  public long bytes() {
    return 16 + 4L * hints.length + root.bytes();
  }

  private void measure(double[] key) {
    for (int g = 0; g < groups.length; g++) {
      double norm = 0;
      for (int d : groups[g]) {
        norm += key[d] * key[d];
      }
      leastNorms[g] = Math.min(leastNorms[g], norm);
      if (norm > mostNorms[g]) {
        mostNorms[g] = norm;
        radii[g] = length(norm);
      }
    }
  }

  /** The length of a vector whose squared length is computed, or a little more. */
  static double length(double square) {
    return Math.sqrt(square) + UNDERFLOW;
  }

  private BoxNode insertChild(BoxNode node, int slot, BoxNode child) {
    node.enclose(slot);
    if (node.size < SLOTS) {
      node.insert(slot + 1, child, splitRank);
      return null;
    }
    BoxNode right = BoxNode.inner(node.dimensions(), rank.length);
    int cut = slot + 1 >= SLOTS / 2 ? slot + 1 : SLOTS / 2;
    node.moveTail(cut, right);
    if (slot + 1 == cut) {
      right.insert(0, child, splitRank); // which is also the rank of the node
    } else {
      node.insert(slot + 1, child, splitRank);
      for (int i = 0; i < splitRank.length; i++) {
        splitRank[i] = right.ranks[i * SLOTS];
      }
    }
    return right;
  }

  /** Splits a full leaf before the new key, or in the middle if the new key is below that. */
  private BoxNode splitLeaf(BoxNode node, double[] key, double[] value, int position) {
    int place = sort(node, key);
    BoxNode right = BoxNode.leaf(key.length, value.length, ordered);
    int cut = Math.max(place, SLOTS / 2);
    right.resize(SLOTS + 1 - cut);
    System.arraycopy(ranks[places[cut]], 0, splitRank, 0, splitRank.length);
    boolean[] goes = new boolean[SLOTS + 1];
    for (int i = cut; i <= SLOTS; i++) {
      goes[places[i]] = true;
    }
    int kept = 0;
    for (int j = 0; j < SLOTS; j++) {
      if (goes[j]) {
        right.copyEntry(right.size++, node, j);
      } else {
        node.copyEntry(kept++, node, j);
      }
    }
    node.size = kept;
    right.before = splitRank[0];
    right.after = node.after;
    node.after = splitRank[0];
    node.resize(kept + (goes[SLOTS] ? 0 : 1));
    (goes[SLOTS] ? right : node).add(key, value, position);
    return right;
  }

  /** Sorts a full leaf's slots and the new key, number SLOTS; answers the place of the new key. */
  private int sort(BoxNode node, double[] key) {
    int dimensions = node.dimensions();
    for (int j = 0; j < SLOTS; j++) {
      for (int d = 0; d < dimensions; d++) {
        other[d] = node.low[d * node.room + j];
      }
      order.rank(other, ranks[j]);
    }
    order.rank(key, ranks[SLOTS]);
    int at = 0;
    for (int i = 0; i <= SLOTS; i++) {
      at = i;
      while (at > 0 && compare(ranks[places[at - 1]], ranks[i]) > 0) {
        places[at] = places[at - 1];
        at--;
      }
      places[at] = i;
    }
    return at;
  }

  private static int compare(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return one[i] < other[i] ? -1 : 1;
      }
    }
    return 0;
  }
}
