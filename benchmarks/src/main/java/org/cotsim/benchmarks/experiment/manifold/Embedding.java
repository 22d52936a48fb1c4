package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Bends a manifold into D dimensions: its coordinates, then waves of them in every further
 * direction, all of it turned at random. The waves together have a length of at most 1/2, whatever
 * D is; with them the manifold lies in no smaller subspace.
 */
final class Embedding {

  private static final double HEIGHT = 0.5;
  private static final double FREQUENCY = 1.5;

  private final int coordinates;
  private final RealMatrix rotation; // [ambient, ambient]
  private final double[][] directions; // [ambient - coordinates][coordinates]
  private final double[] phases;

  /** A random embedding; the ambient dimension is at least the number of coordinates. */
  Embedding(int ambient, int coordinates, RandomGenerator random) {
    this.coordinates = coordinates;
    double[][] gaussian = new double[ambient][ambient];
    for (double[] row : gaussian) {
      Arrays.setAll(row, c -> random.nextGaussian());
    }
    rotation = new QRDecomposition(MatrixUtils.createRealMatrix(gaussian)).getQ();
    directions = new double[ambient - coordinates][];
    Arrays.setAll(directions, w -> Vectors.direction(coordinates, random));
    phases = random.doubles(directions.length, 0, 2 * Math.PI).toArray();
  }

  int ambient() {
    return rotation.getRowDimension();
  }

  /** The point in D dimensions, of a point in coordinates of the manifold. */
  double[] of(double[] point) {
    double[] flat = Arrays.copyOf(point, ambient());
    double height = HEIGHT / Math.sqrt(Math.max(1, directions.length));
    for (int w = 0; w < directions.length; w++) {
      double at = FREQUENCY * Vectors.dot(directions[w], point) + phases[w];
      flat[coordinates + w] = height * Math.sin(at);
    }
    return rotation.operate(flat);
  }
}
