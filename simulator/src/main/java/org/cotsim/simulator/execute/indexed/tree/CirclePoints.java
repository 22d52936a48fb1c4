package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Points on a circle around 0 in the order of their angles, all known before the first search.
 *
 * <p>Cost: O(1) time to find the neighbours of a vector where angles are spread, O(log points)
 * elsewhere; 20 bytes per point.
 */
public final class CirclePoints extends TokenPoints {

  private static final double ROUND = 1 - 0x1p-38; // least over most of the squared lengths
  private static final double ORDER = 0x1p-48; // above the errors of angles, in radians
  private static final double LENGTH_ERROR = 0x1p-50;
  private static final int FEW = 4; // points that are tried one by one
  private static final double HALF_TURN = 2; // as KeyOrder measures angles

  final double[] points; // [size][2]
  private final int[] cells; // [cells + 1], how many points are before a cell; null for few points
  final double radius; // no point is longer
  final double spread; // how far points may be from where their angle and the radius place them
  private final boolean round;

  /** Where a vector is among the points. */
  private record Located(double x, double y, int near) {}

  private Located latest; // of all threads: any of them will do

  private CirclePoints(double[] points, boolean ordered) {
    this.points = points;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < points.length; i += 2) {
      double square = points[i] * points[i] + points[i + 1] * points[i + 1];
      least = Math.min(least, square);
      most = Math.max(most, square);
    }
    this.round = size() <= FEW || (least >= ROUND * most && most > 1e-200);
    this.radius = BoxTree.length(most) * (1 + LENGTH_ERROR);
    this.spread = radius - Math.sqrt(least) * (1 - LENGTH_ERROR) + ORDER * radius;
    this.cells = isFew() || !ordered ? null : cells();
  }

  /**
   * Points in the order of {@link #order}.
   *
   * @param points [size][2]
   */
  static CirclePoints of(double[] points) {
    return new CirclePoints(points, true);
  }

  /** Points some of which are in that order, to be searched in parts. */
  static CirclePoints inParts(double[] points) {
    return new CirclePoints(points, false);
  }

  @Override
  boolean isSame(TokenPoints other) {
    return other instanceof CirclePoints same && Arrays.equals(points, same.points);
  }

  @Override
  double get(int point, int component) {
    return points[2 * point + component];
  }

  private int[] cells() {
    int[] before = new int[Integer.highestOneBit(size()) + 1];
    for (int i = 0; i < size(); i++) {
      before[cell(angle(i), before.length - 1) + 1]++;
    }
    for (int c = 1; c < before.length; c++) {
      before[c] += before[c - 1];
    }
    return before;
  }

  private static int cell(double angle, int count) {
    return Math.min(count - 1, (int) ((angle + HALF_TURN) * (count / (2 * HALF_TURN))));
  }

  @Override
  int size() {
    return points.length / 2;
  }

  @Override
  boolean isFew() {
    return size() <= FEW;
  }

  /** Whether they are on a circle, or few. */
  public boolean isRound() {
    return round;
  }

  private double angle(int point) {
    return KeyOrder.angle(points[2 * point], points[2 * point + 1]);
  }

  /** The last point that is not behind a vector, or the first one. */
  int near(double x, double y) {
    Located known = latest;
    if (known != null && known.x == x && known.y == y) {
      return known.near;
    }
    int near = nearest(x, y);
    latest = new Located(x, y, near);
    return near;
  }

  private int nearest(double x, double y) {
    double angle = KeyOrder.angle(x, y);
    int cell = cell(angle, cells.length - 1);
    return lastBefore(angle, Math.max(0, cells[cell] - 1), Math.max(1, cells[cell + 1]));
  }

  /** The same among some of the points. */
  int near(double x, double y, int from, int to) {
    return lastBefore(KeyOrder.angle(x, y), from, to);
  }

  private int lastBefore(double angle, int from, int to) {
    int low = from;
    int high = to;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (angle(middle) <= angle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The places of some points in the order of their angles.
   *
   * @param points [size][2]
   */
  public static int[] order(double[] points) {
    int size = points.length / 2;
    double[] angles = new double[size];
    long[] coarse = new long[size];
    for (int i = 0; i < size; i++) {
      angles[i] = KeyOrder.angle(points[2 * i], points[2 * i + 1]);
      coarse[i] = ((long) ((angles[i] + HALF_TURN) * 0x1p28) << Integer.SIZE) | i;
    }
    Arrays.sort(coarse);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int next = (int) coarse[i];
      int at = i;
      while (at > 0 && angles[order[at - 1]] > angles[next]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = next;
    }
    return order;
  }
}
