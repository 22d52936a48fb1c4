package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The surface of an ellipsoid: an image of the sphere, on which points are drawn uniformly.
 *
 * @param axes half the length of each axis, one more than the dimension
 */
record Ellipsoid(String name, List<Double> axes) implements Manifold {

  private static final double FLATTEST = 0.7;

  /** A sphere of radius 1. */
  static Ellipsoid round(String name, int dimension) {
    Double[] axes = new Double[dimension + 1];
    Arrays.fill(axes, 1.0);
    return new Ellipsoid(name, List.of(axes));
  }

  /** An ellipsoid whose axes fall evenly from 1 to 0.7. */
  static Ellipsoid flattened(String name, int dimension) {
    Double[] axes = new Double[dimension + 1];
    Arrays.setAll(axes, j -> 1 - (1 - FLATTEST) * j / dimension);
    return new Ellipsoid(name, List.of(axes));
  }

  @Override
  public int dimension() {
    return axes.size() - 1;
  }

  @Override
  public int coordinates() {
    return axes.size();
  }

  @Override
  public double[] draw(RandomGenerator random) {
    double[] direction = new double[axes.size()];
    Arrays.setAll(direction, j -> random.nextGaussian());
    double length = length(direction);
    return scaled(Arrays.stream(direction).map(c -> c / length).toArray());
  }

  /** The last d columns of the reflection that takes the first axis to the point of the sphere. */
  @Override
  public double[][] tangents(double[] point) {
    double[] normal = new double[point.length];
    Arrays.setAll(normal, j -> point[j] / axes.get(j));
    double sign = normal[0] < 0 ? -1 : 1;
    double[] mirror = normal.clone();
    mirror[0] += sign;
    double squared = Math.pow(length(mirror), 2);
    double[][] tangents = new double[dimension()][];
    for (int i = 0; i < tangents.length; i++) {
      double[] column = new double[point.length];
      double factor = 2 * mirror[i + 1] / squared;
      Arrays.setAll(column, j -> -factor * mirror[j]);
      column[i + 1] += 1;
      tangents[i] = scaled(column);
    }
    return tangents;
  }

  private double[] scaled(double[] vector) {
    double[] result = new double[vector.length];
    Arrays.setAll(result, j -> axes.get(j) * vector[j]);
    return result;
  }

  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(c -> c * c).sum());
  }
}
