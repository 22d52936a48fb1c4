package org.cotsim.simulator.execute.indexed.tree;

/**
 * A walk over {@link CirclePoints} whose products with a vector may be large: from the angle of the
 * vector outward, with the bounds of {@link ArcWalk}.
 */
public abstract class PointWalk {

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private double x;
  private double y;
  private double length; // of the vector, or a little more

  /** Starts with a new vector. */
  public final void begin(double first, double second) {
    x = first;
    y = second;
    length = BoxTree.length(x * x + y * y);
  }

  /** Whether no point whose product with the vector is at most this matters. */
  protected abstract boolean isBelow(double product);

  /** Takes a point, with its product. */
  protected abstract void consider(int point, double product);

  /** A bound on the products of all points. */
  public final double bound(CirclePoints points) {
    return length * points.radius;
  }

  /** Walks over all points. */
  public final void walk(CirclePoints points) {
    if (points.isFew()) {
      for (int i = 0; i < points.size(); i++) {
        consider(i, product(points, i));
      }
      return;
    }
    walk(points, 0, points.size(), points.near(x, y));
  }

  /** Walks over some points, neighbours in their order. */
  public final void walk(CirclePoints points, int from, int to) {
    walk(points, from, to, points.near(x, y, from, to));
  }

  private void walk(CirclePoints points, int from, int to, int near) {
    int at = near;
    double start = product(points, at);
    int after = at + 1 == to ? from : at + 1;
    double other = product(points, after);
    if (other > start) {
      at = after;
      start = other;
    }
    double stop = length * (points.spread + 8 * UNIT_ROUNDOFF * points.radius);
    consider(at, start);
    int left = to - from - 1;
    for (int i = at; left > 0; left--) {
      i = i + 1 == to ? from : i + 1;
      double product = product(points, i);
      if (product + stop < start && isBelow(product + stop)) {
        break;
      }
      consider(i, product);
    }
    for (int i = at; left > 0; left--) {
      i = i == from ? to - 1 : i - 1;
      double product = product(points, i);
      if (product + stop < start && isBelow(product + stop)) {
        break;
      }
      consider(i, product);
    }
  }

  private double product(CirclePoints points, int point) {
    return x * points.points[2 * point] + y * points.points[2 * point + 1];
  }
}
