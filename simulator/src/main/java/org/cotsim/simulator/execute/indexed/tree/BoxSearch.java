package org.cotsim.simulator.execute.indexed.tree;

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
public final class BoxSearch {

  private static final int SLOTS = BoxNode.SLOTS;
  private static final double ROUND = 0.98; // keys at least so long, squared, lie on a circle
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final KeySplit keys;
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
  private double[][] bounds = new double[8][SLOTS]; // [depth]
  private double[] vector; // the flags of the tree that is searched
  private double base; // of all bounds in this tree
  private double best;
  private double threshold;
  private final CandidateKeys candidates;
  private final KeyOrder order;
  private final double[] rank; // of the key that would be best
  private final double[] slopeOf; // [moving], that of its group
  private boolean allRound; // whether no group needs the bound by corners
  private double ceiling; // of all bounds in this tree
  private double room; // how far a bound may fall below the ceiling
  private BoxNode first; // the leaves that are searched first
  private BoxNode second;
  private boolean hasArc; // whether all keys that are near enough are on an arc
  private final KeyArc arc = new KeyArc();

  public BoxSearch(SearchSpace space, double[] query) {
    this.keys = space.split();
    this.query = query;
    this.tolerance = space.tolerance();
    this.sources = keys.sources();
    int groups = keys.groups.length;
    this.lengths = new double[groups];
    this.tops = new double[groups];
    this.slopes = new double[groups];
    this.corners = new boolean[groups];
    this.scaled = new double[keys.moving.length];
    this.candidates = new CandidateKeys(space);
    this.order = space.order();
    this.rank = new double[order.length()];
    this.slopeOf = new double[keys.moving.length];
  }

  /** Starts with a new query. */
  public void begin() {
    best = Double.NEGATIVE_INFINITY;
    threshold = Double.NEGATIVE_INFINITY;
    candidates.clear();
    for (int g = 0; g < lengths.length; g++) {
      double square = 0;
      for (int m : keys.groups[g]) {
        double q = query[keys.moving[m]];
        square += q * q;
      }
      lengths[g] = BoxTree.length(square);
    }
  }

  /** Scores below this one are not maximal. */
  public double threshold() {
    return threshold;
  }

  /** A bound on all scores in a tree. */
  public double bound(BoxTree tree, double[] flags) {
    double bound = base(tree, flags);
    for (int g = 0; g < lengths.length; g++) {
      bound += lengths[g] * tree.radii[g];
    }
    return bound;
  }

  /** The share of the flags in all scores, and room for the rounding of scores and bounds. */
  private double base(BoxTree tree, double[] flags) {
    double sum = 0;
    double size = 0;
    for (int c = 0; c < flags.length; c++) {
      double product = query[keys.classes[c]] * flags[c];
      sum += product;
      size += Math.abs(product);
    }
    for (int g = 0; g < lengths.length; g++) {
      size += lengths[g] * tree.radii[g];
    }
    return sum + (4 * query.length + 32) * UNIT_ROUNDOFF * size;
  }

  /** Collects the candidates of a tree: first near the key that would be best, then wherever. */
  public void visit(BoxTree tree, double[] flags) {
    vector = flags;
    if (tree.root.isLeaf()) {
      collect(tree.root);
      return;
    }
    prepare(tree, flags);
    order.rankAfter(scaled, rank);
    first = tree.hint(rank[0]);
    if (first != null) {
      collect(first);
      if (isAll(first)) {
        return;
      }
    }
    second = KeyArc.locate(tree.root, rank);
    tree.remember(rank[0], second);
    if (second != first) {
      collect(second);
      if (isAll(second)) {
        return;
      }
    }
    BoxNode top = corners[0] || !hasArc ? tree.root : arc.narrow(tree.root);
    if (allRound) {
      visitRound(top);
    } else {
      visit(top, 0);
    }
  }

  /** Whether all keys whose first two components are near enough are in a leaf. */
  private boolean isAll(BoxNode leaf) {
    if (corners[0]) {
      return false;
    }
    int x = keys.groups[0][0];
    int y = keys.groups[0][1];
    hasArc = arc.around(scaled[x], scaled[y], Math.sqrt(room / slopeOf[x]));
    return hasArc && arc.isIn(leaf);
  }

  private void prepare(BoxTree tree, double[] flags) {
    base = base(tree, flags);
    ceiling = base;
    allRound = true;
    for (int g = 0; g < lengths.length; g++) {
      double radius = tree.radii[g];
      boolean round = keys.groups[g].length > 1;
      tops[g] = lengths[g] * radius;
      ceiling += tops[g];
      slopes[g] = round ? lengths[g] / (8 * radius) : 0;
      corners[g] = !round || tree.leastNorms[g] < ROUND * tree.mostNorms[g];
      allRound &= !corners[g];
      for (int m : keys.groups[g]) {
        double q = query[keys.moving[m]];
        double end = q >= 0 ? Double.MAX_VALUE : -Double.MAX_VALUE;
        scaled[m] = round ? q * (radius / lengths[g]) : end;
        slopeOf[m] = 4 * slopes[g];
      }
    }
    room = ceiling - threshold;
  }

  /**
   * Searches where all keys lie on circles: a box that is too far in few dimensions is left out.
   */
  private void visitRound(BoxNode node) {
    if (node.isLeaf()) {
      if (node != first && node != second) {
        collect(node);
      }
      return;
    }
    for (int j = 0; j < node.size; j++) {
      if (isNear(node, j)) {
        visitRound(node.children[j]);
      }
    }
  }

  private boolean isNear(BoxNode node, int slot) {
    double fall = 0;
    int at = slot;
    for (int m = 0; m < scaled.length; m++) {
      double x = scaled[m];
      double below = node.low[at] - x;
      double above = x - node.high[at];
      if (below > 0) {
        fall += slopeOf[m] * below * below;
      } else if (above > 0) {
        fall += slopeOf[m] * above * above;
      }
      if (fall > room) {
        return false;
      }
      at += SLOTS;
    }
    return true;
  }

  /** Searches the most promising box first. */
  private void visit(BoxNode node, int depth) {
    if (node.isLeaf()) {
      if (node != first && node != second) {
        collect(node);
      }
      return;
    }
    if (depth == bounds.length) {
      bounds = Arrays.copyOf(bounds, depth + 1);
      bounds[depth] = new double[SLOTS];
    }
    double[] bound = bounds[depth];
    bound(node, bound);
    while (true) {
      int next = 0;
      for (int j = 1; j < node.size; j++) {
        next = bound[j] > bound[next] ? j : next;
      }
      if (bound[next] == Double.NEGATIVE_INFINITY || bound[next] < threshold) {
        return;
      }
      bound[next] = Double.NEGATIVE_INFINITY;
      visit(node.children[next], depth + 1);
    }
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
    for (int m : keys.groups[group]) {
      double q = query[keys.moving[m]];
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
    for (int m : keys.groups[group]) {
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
      if (best < largest - tolerance) {
        candidates.clear();
      }
      best = largest;
      threshold = largest - tolerance;
      room = ceiling - threshold;
    }
    if (largest >= threshold) {
      for (int j = 0; j < leaf.size; j++) {
        if (scores[j] >= threshold) {
          candidates.add(leaf, j, scores[j]);
        }
      }
    }
  }

  /** The scores of a leaf's keys: products in the order of components, from left to right. */
  private void score(BoxNode leaf) {
    double[] sum = scores;
    int room = leaf.room;
    for (int j = 0; j < room; j++) {
      sum[j] = 0;
    }
    double[] keys = leaf.low;
    for (int i = 0; i < query.length; i++) {
      double q = query[i];
      if (sources[i] >= 0) {
        int at = sources[i] * room;
        for (int j = 0; j < room; j++) {
          sum[j] += q * keys[at + j];
        }
      } else {
        double product = q * vector[~sources[i]];
        for (int j = 0; j < room; j++) {
          sum[j] += product;
        }
      }
    }
  }

  /** The sum of the values at all maximal scores; call it before {@link #count}. */
  public double[] sums() {
    return candidates.sums(threshold);
  }

  /** The largest score. */
  public double largest() {
    return best;
  }

  /** The number of positions at maximal scores. */
  public double count() {
    return candidates.count();
  }
}
