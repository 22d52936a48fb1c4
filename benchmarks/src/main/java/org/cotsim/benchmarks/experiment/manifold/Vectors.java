package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What is done with vectors here. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }

  /** The vector plus a multiple of another one. */
  static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, c -> a[c] + factor * b[c]);
    return sum;
  }

  /** A random unit vector. */
  static double[] direction(int size, RandomGenerator random) {
    double[] gaussian = new double[size];
    Arrays.setAll(gaussian, c -> random.nextGaussian());
    double length = Math.sqrt(dot(gaussian, gaussian));
    return Arrays.stream(gaussian).map(c -> c / length).toArray();
  }

  /** The number of the nearest of some points. */
  static int nearest(double[][] points, double[] to) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      double distance = squaredDistance(points[i], to);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
