package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;

/**
 * Finds every key whose score lies within the tolerance of the largest, by branch and bound.
 *
 * <p>Scores of keys are computed as the definition does, so they and their set are the same bit for
 * bit; a box is left out only if its bound, rounded up, is below the largest score less the
 * tolerance. The bound of a box for a group of components is that of its corners or, for keys of
 * length R at most, {@code |q| R - |q| / (2 R) d^2} with d the distance from the box to {@code q R
 * / |q|}: for keys on a circle, where corners stick out, only the second one falls off quickly.
 */
final class BoxSearch {

  private static final int SLOTS = BoxNode.SLOTS;
  private static final double ROUND = 0.98; // keys at least so long, squared, lie on a circle
  private static final double UNDERFLOW = 1e-150; // above lengths whose squares underflow
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final HeadPlan plan;
  private final double[] query; // [kept]
  private final double tolerance;
  private final int[] sources; // [kept], the moving component, or ~ the class component
  private final double[] lengths; // [groups], of the query
  private final double[] tops; // [groups], |q| R
  private final double[] slopes; // [groups], |q| / (8 R)
  private final boolean[] corners; // [groups], whether to use the bound by corners
  private final double[] scaled; // [moving], q R / |q|
  private final double[] scores = new double[SLOTS];
  private final double[] squares = new double[SLOTS];
  private final double[] sums; // [live values]
  private double[][] bounds = new double[8][SLOTS]; // [depth]
  private double[] vector; // the flags of the tree that is searched
  private double base; // of all bounds in this tree
  private double best;
  private double threshold;
  private BoxNode[] leaves = new BoxNode[16]; // where candidates are
  private int[] slots = new int[16];
  private double[] found = new double[16]; // their scores
  private int size;
  private long[] order = {};
  private double count;

  BoxSearch(HeadPlan plan, double[] query) {
    this.plan = plan;
    this.query = query;
    this.tolerance = plan.tolerance();
    this.sources = new int[plan.kept.length];
    for (int m = 0; m < plan.moving.length; m++) {
      sources[plan.moving[m]] = m;
    }
    for (int c = 0; c < plan.classes.length; c++) {
      sources[plan.classes[c]] = ~c;
    }
    int groups = plan.groups.length;
    this.lengths = new double[groups];
    this.tops = new double[groups];
    this.slopes = new double[groups];
    this.corners = new boolean[groups];
    this.scaled = new double[plan.moving.length];
    this.sums = new double[plan.liveValues.length];
  }

  /** Starts with a new query. */
  void begin() {
    best = Double.NEGATIVE_INFINITY;
    threshold = Double.NEGATIVE_INFINITY;
    size = 0;
    for (int g = 0; g < lengths.length; g++) {
      double square = 0;
      for (int m : plan.groups[g]) {
        double q = query[plan.moving[m]];
        square += q * q;
      }
      lengths[g] = Math.sqrt(square) + UNDERFLOW;
    }
  }

  /** Scores below this one are not maximal. */
  double threshold() {
    return threshold;
  }

  /** A bound on all scores in a tree. */
  double bound(BoxTree tree, double[] flags) {
    double bound = base(tree, flags);
    for (int g = 0; g < lengths.length; g++) {
      bound += lengths[g] * radius(tree, g);
    }
    return bound;
  }

  private static double radius(BoxTree tree, int group) {
    return Math.sqrt(tree.mostNorms[group]) + UNDERFLOW;
  }

  /** The share of the flags in all scores, and room for the rounding of scores and bounds. */
  private double base(BoxTree tree, double[] flags) {
    double sum = 0;
    double size = 0;
    for (int c = 0; c < flags.length; c++) {
      double product = query[plan.classes[c]] * flags[c];
      sum += product;
      size += Math.abs(product);
    }
    for (int g = 0; g < lengths.length; g++) {
      size += lengths[g] * radius(tree, g);
    }
    return sum + (4 * query.length + 32) * UNIT_ROUNDOFF * size;
  }

  /** Collects the candidates of a tree. */
  void visit(BoxTree tree, double[] flags) {
    vector = flags;
    base = base(tree, flags);
    for (int g = 0; g < lengths.length; g++) {
      double radius = radius(tree, g);
      boolean round = plan.groups[g].length > 1;
      tops[g] = lengths[g] * radius;
      slopes[g] = round ? lengths[g] / (8 * radius) : 0;
      corners[g] = !round || tree.leastNorms[g] < ROUND * tree.mostNorms[g];
      for (int m : plan.groups[g]) {
        scaled[m] = round ? query[plan.moving[m]] * (radius / lengths[g]) : 0;
      }
    }
    visit(tree.root, 0);
  }

  private void visit(BoxNode node, int depth) {
    if (node.isLeaf()) {
      collect(node);
      return;
    }
    if (depth == bounds.length) {
      bounds = Arrays.copyOf(bounds, depth + 1);
      bounds[depth] = new double[SLOTS];
    }
    double[] bound = bounds[depth];
    bound(node, bound);
    double second;
    do {
      int next = 0;
      double first = Double.NEGATIVE_INFINITY;
      second = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < node.size; j++) {
        if (bound[j] > first) {
          second = first;
          first = bound[j];
          next = j;
        } else if (bound[j] > second) {
          second = bound[j];
        }
      }
      if (first < threshold) {
        return;
      }
      bound[next] = Double.NEGATIVE_INFINITY;
      visit(node.children[next], depth + 1);
    } while (second >= threshold && second > Double.NEGATIVE_INFINITY);
  }

  private void bound(BoxNode node, double[] bound) {
    double start = base;
    for (int j = 0; j < SLOTS; j++) {
      bound[j] = start;
    }
    for (int g = 0; g < lengths.length; g++) {
      if (slopes[g] == 0) {
        addCorners(node, g, bound);
      } else if (!corners[g]) {
        addDistance(node, g, bound);
      } else {
        addBoth(node, g, bound);
      }
    }
  }

  private void addCorners(BoxNode node, int group, double[] bound) {
    for (int m : plan.groups[group]) {
      double q = query[plan.moving[m]];
      double[] corner = q >= 0 ? node.high : node.low;
      int at = m * SLOTS;
      for (int j = 0; j < node.size; j++) {
        bound[j] += q * corner[at + j];
      }
    }
  }

  private void addDistance(BoxNode node, int group, double[] bound) {
    measure(node, group);
    double top = tops[group];
    double slope = slopes[group];
    double[] sum = squares;
    for (int j = 0; j < SLOTS; j++) {
      bound[j] += top - slope * sum[j];
    }
  }

  private void addBoth(BoxNode node, int group, double[] bound) {
    Arrays.fill(scores, 0, node.size, 0);
    addCorners(node, group, scores);
    measure(node, group);
    for (int j = 0; j < node.size; j++) {
      bound[j] += Math.min(scores[j], tops[group] - slopes[group] * squares[j]);
    }
  }

  /** Four times the squared distances from the scaled query to the boxes. */
  private void measure(BoxNode node, int group) {
    double[] sum = squares;
    for (int j = 0; j < SLOTS; j++) {
      sum[j] = 0;
    }
    double[] low = node.low;
    double[] high = node.high;
    for (int m : plan.groups[group]) {
      double at = scaled[m];
      int offset = m * SLOTS;
      for (int j = 0; j < SLOTS; j++) {
        double below = low[offset + j] - at;
        double above = at - high[offset + j];
        double twice = below + Math.abs(below) + (above + Math.abs(above)); // no branch: vectorises
        sum[j] += twice * twice;
      }
    }
  }

  private void collect(BoxNode leaf) {
    score(leaf);
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < leaf.size; j++) {
      largest = Math.max(largest, scores[j]);
    }
    if (largest > best) {
      size = best < largest - tolerance ? 0 : size;
      best = largest;
      threshold = largest - tolerance;
    }
    if (largest >= threshold) {
      for (int j = 0; j < leaf.size; j++) {
        if (scores[j] >= threshold) {
          add(leaf, j, scores[j]);
        }
      }
    }
  }

  /** The scores of a leaf's keys: products in the order of components, from left to right. */
  private void score(BoxNode leaf) {
    double[] sum = scores;
    for (int j = 0; j < SLOTS; j++) {
      sum[j] = 0;
    }
    double[] keys = leaf.low;
    for (int i = 0; i < query.length; i++) {
      double q = query[i];
      if (sources[i] >= 0) {
        int at = sources[i] * SLOTS;
        for (int j = 0; j < SLOTS; j++) {
          sum[j] += q * keys[at + j];
        }
      } else {
        double product = q * vector[~sources[i]];
        for (int j = 0; j < SLOTS; j++) {
          sum[j] += product;
        }
      }
    }
  }

  private void add(BoxNode leaf, int slot, double score) {
    if (size == slots.length) {
      leaves = Arrays.copyOf(leaves, 2 * size);
      slots = Arrays.copyOf(slots, 2 * size);
      found = Arrays.copyOf(found, 2 * size);
    }
    leaves[size] = leaf;
    slots[size] = slot;
    found[size++] = score;
  }

  /** The sum of the values at all maximal scores; call it before {@link #count}. */
  double[] sums() {
    Arrays.fill(sums, 0);
    count = 0;
    if (size > 1 && !plan.exactSums) {
      addInOrder();
      return sums;
    }
    for (int i = 0; i < size; i++) {
      if (found[i] >= threshold) {
        add(i);
      }
    }
    return sums;
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
  private void addInOrder() {
    if (order.length < size) {
      order = new long[slots.length];
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (found[i] >= threshold) {
        order[kept++] = ((long) leaves[i].firsts[slots[i]] << 32) | i;
      }
    }
    Arrays.sort(order, 0, kept);
    for (int i = 0; i < kept; i++) {
      add((int) order[i]);
    }
  }

  /** The number of positions at maximal scores. */
  double count() {
    return count;
  }
}
