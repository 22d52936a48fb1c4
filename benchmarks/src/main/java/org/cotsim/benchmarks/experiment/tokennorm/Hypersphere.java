package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.List;

/**
 * How points on the unit sphere lie: the measures of Wang and Isola 2020, and nearest neighbours.
 *
 * <p>Each costs O(n^2) distances.
 */
public final class Hypersphere {

  private static final double TEMPERATURE = 2;

  private Hypersphere() {}

  /**
   * The logarithm of the mean of {@code exp(-2 ||x - y||^2)} over pairs of different points: 0 if
   * all are one point, lower the more uniformly they lie.
   *
   * @param points [n][d] of length 1, at least two
   */
  public static double uniformity(double[][] points) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.exp(-TEMPERATURE * squaredDistance(points[i], points[j]));
      }
    }
    return Math.log(sum / (points.length * (points.length - 1L) / 2.0));
  }

  /**
   * The mean squared distance of pairs of different points with one label: 0 if each class is one
   * point; not a number if there is no such pair.
   */
  public static double alignment(double[][] points, List<Integer> labels) {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        if (labels.get(i).equals(labels.get(j))) {
          sum += squaredDistance(points[i], points[j]);
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  /** How many points have the label of the nearest other point; of equally near ones the first. */
  public static int right(double[][] points, List<Integer> labels) {
    int right = 0;
    for (int i = 0; i < points.length; i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < points.length; j++) {
        double distance = squaredDistance(points[i], points[j]);
        if (j != i && distance < least) {
          least = distance;
          nearest = j;
        }
      }
      right += labels.get(i).equals(labels.get(nearest)) ? 1 : 0;
    }
    return right;
  }

  private static double squaredDistance(double[] x, double[] y) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += (x[c] - y[c]) * (x[c] - y[c]);
    }
    return sum;
  }
}
