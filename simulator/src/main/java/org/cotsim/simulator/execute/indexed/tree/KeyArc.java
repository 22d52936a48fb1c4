package org.cotsim.simulator.execute.indexed.tree;

/**
 * The keys near a vector, as an interval of their {@link KeyOrder}: where keys begin with a pair of
 * components, those near the vector lie on an arc, and so side by side in a tree.
 */
final class KeyArc {

  private static final double WIDEST = 0.5; // radians, about
  private static final double SLACK = 1e-12; // above rounding errors, far below a cell

  private double from; // cells
  private double to;

  /** The leaf that a key of this rank belongs to. */
  static BoxNode locate(BoxNode root, double[] rank) {
    BoxNode leaf = root;
    while (!leaf.isLeaf()) {
      leaf = leaf.children[leaf.locate(rank)];
    }
    return leaf;
  }

  /**
   * Sets the arc of all pairs within a distance of (x, y); answers false if it is too wide, or goes
   * through the angle where the order begins.
   *
   * <p>At distance r of a vector of length l, the angle to it is at most asin(r / l), the tangent
   * of which is below {@code s + s^3} for {@code s = r / l <= 1/2}.
   */
  boolean around(double x, double y, double distance) {
    double sine = distance / Math.sqrt(x * x + y * y);
    if (!(sine <= WIDEST)) {
      return false;
    }
    double tangent = sine + sine * sine * sine + SLACK;
    from = KeyOrder.cell(x - tangent * y, y + tangent * x) - 1;
    to = KeyOrder.cell(x + tangent * y, y - tangent * x) + 1;
    return from <= to;
  }

  /** Whether no other leaf holds keys on the arc. */
  boolean isIn(BoxNode leaf) {
    return leaf.before < from && to < leaf.after;
  }

  /** The lowest node, from this one down, that holds all keys of its tree on the arc. */
  BoxNode narrow(BoxNode root) {
    BoxNode node = root;
    while (!node.isLeaf()) {
      int slot = node.lastWith(to);
      if (slot > 0 && node.ranks[slot] >= from) {
        break;
      }
      node = node.children[slot];
    }
    return node;
  }
}
