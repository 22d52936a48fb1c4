package org.cotsim.simulator.manifold;

import java.util.Arrays;

/** Points at which the values of a function are known, after their projection. */
public final class Anchors {

  private static final int LOOKED_AT = 256;

  private final double[][] points; // [anchors][projected]
  private final double[] values; // [anchors]
  private final double[][] slopes; // [anchors][projected], or none

  /**
   * Anchors near which the function counts as affine, or as constant.
   *
   * @param points [anchors][projected]
   * @param values of the function at the anchors, [anchors]
   * @param slopes its gradients with respect to the projected coordinates, [anchors][projected], or
   *     of length 0: then the function counts as constant near an anchor
   */
  public Anchors(double[][] points, double[] values, double[][] slopes) {
    this.points = copy(points);
    this.values = values.clone();
    this.slopes = copy(slopes);
    if (points.length < 2 || values.length != points.length) {
      throw new IllegalArgumentException(
          points.length + " anchors with " + values.length + " values, expected two at least");
    }
    if (slopes.length != 0 && slopes.length != points.length) {
      throw new IllegalArgumentException(points.length + " anchors, " + slopes.length + " slopes");
    }
  }

  /** Anchors near which the function counts as constant. */
  public static Anchors constant(double[][] points, double... values) {
    return new Anchors(points, values, new double[0][]);
  }

  /** Whether the function counts as affine near an anchor. */
  public boolean affine() {
    return slopes.length > 0;
  }

  /** The projected anchors, [anchors][projected]. */
  public double[][] points() {
    return copy(points);
  }

  double[] point(int n) {
    return points[n];
  }

  /** The values of the function at them, [anchors]. */
  public double[] values() {
    return values.clone();
  }

  /** The slopes at them, [anchors][projected], or none. */
  public double[][] slopes() {
    return copy(slopes);
  }

  double[] slope(int n) {
    return slopes[n];
  }

  int count() {
    return points.length;
  }

  int projected() {
    return points[0].length;
  }

  /**
   * The mean distance from an anchor to the next one, in the maximum norm; of the first 256 anchors
   * only, so that it costs O(anchors).
   */
  public double spacing() {
    int some = Math.min(LOOKED_AT, points.length);
    double sum = 0;
    for (int i = 0; i < some; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < points.length; j++) {
        nearest = i == j ? nearest : Math.min(nearest, distance(points[i], points[j]));
      }
      sum += nearest;
    }
    return sum / some;
  }

  /** The distance of two points in the maximum norm. */
  static double distance(double[] a, double[] b) {
    double most = 0;
    for (int c = 0; c < a.length; c++) {
      most = Math.max(most, Math.abs(a[c] - b[c]));
    }
    return most;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
