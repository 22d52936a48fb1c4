package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Anchors spread over a manifold, and the projection in which they are told apart.
 *
 * <p>Anchors are chosen among four times as many random points, always the one farthest from those
 * chosen before (T. Gonzalez, 1985). The projection is on the 2 d + 1 principal directions of the
 * random points, or on all D. By Whitney's theorem almost every projection on so many dimensions is
 * injective on the manifold; the principal ones distort least, and whether they are injective too
 * is not proved here: where they were not, errors would stop falling.
 */
final class Net {

  private static final int CANDIDATES = 4;
  private static final int LEAST_CANDIDATES = 512; // more than any ambient dimension

  private final double[][] points;
  private final double[][] projected;
  private final double[][] projection;

  private Net(double[][] points, double[][] projected, double[][] projection) {
    this.points = points;
    this.projected = projected;
    this.projection = projection;
  }

  /** The anchors in the manifold's coordinates, [anchors][coordinates]. */
  double[][] points() {
    return points;
  }

  /** The anchors after embedding and projection, [anchors][k]. */
  double[][] projected() {
    return projected;
  }

  /** The projection, [k][ambient]. */
  double[][] projection() {
    return projection;
  }

  static Net of(Manifold manifold, Embedding embedding, int anchors, RandomGenerator random) {
    double[][] candidates = new double[Math.max(LEAST_CANDIDATES, CANDIDATES * anchors)][];
    Arrays.setAll(candidates, i -> manifold.draw(random));
    double[][] embedded = Arrays.stream(candidates).map(embedding::of).toArray(double[][]::new);
    double[][] projection = principal(embedded, 2 * manifold.dimension() + 1);
    double[][] projected =
        Arrays.stream(embedded).map(x -> project(projection, x)).toArray(double[][]::new);
    int[] chosen = farthest(projected, CANDIDATES * anchors, anchors);
    return new Net(pick(candidates, chosen), pick(projected, chosen), projection);
  }

  /** The principal directions of some points, at most as many as asked for, as rows. */
  private static double[][] principal(double[][] points, int most) {
    RealMatrix covariance = new Covariance(points).getCovarianceMatrix();
    RealMatrix directions = new SingularValueDecomposition(covariance).getU();
    double[][] rows = new double[Math.min(most, points[0].length)][];
    Arrays.setAll(rows, j -> directions.getColumn(j)); // largest variances first
    return rows;
  }

  /** The projection of a point or a difference of points. */
  double[] project(double[] embedded) {
    return project(projection, embedded);
  }

  private static double[] project(double[][] projection, double[] embedded) {
    return Arrays.stream(projection).mapToDouble(row -> Vectors.dot(row, embedded)).toArray();
  }

  private static int[] farthest(double[][] points, int candidates, int count) {
    double[] distance = new double[candidates];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] chosen = new int[count];
    for (int next = 0, i = 0; i < count; i++) {
      chosen[i] = next;
      double[] last = points[next];
      double most = -1;
      for (int c = 0; c < candidates; c++) {
        distance[c] = Math.min(distance[c], Vectors.squaredDistance(points[c], last));
        if (distance[c] > most) {
          most = distance[c];
          next = c;
        }
      }
    }
    return chosen;
  }

  private static double[][] pick(double[][] rows, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }
}
