package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.cotsim.simulator.manifold.AnchorConstruction;
import org.cotsim.simulator.manifold.Anchors;
import org.cotsim.simulator.manifold.PointExecutor;
import org.cotsim.simulator.manifold.PointTransformer;

/**
 * One function on one manifold with one set of anchors: the transformer is built and run.
 *
 * <p>Functions, embeddings and test points are the same for all sizes of a repetition.
 */
final class Approximation {

  private static final double STEP = 1e-5; // of the differences that stand for derivatives

  private final Setting setting;
  private final ManifoldExperiment.Request request;
  private final int size;
  private final Embedding embedding;
  private final Target target;
  private final double[][] tests; // [tests][coordinates]
  private final RandomGenerator random;

  Approximation(Setting setting, int size, ManifoldExperiment.Request request, int repetition) {
    Manifold manifold = setting.manifold();
    SplittableRandom source = new SplittableRandom(request.seed() + 31L * repetition);
    this.setting = setting;
    this.request = request;
    this.size = size;
    this.target = new Target(setting.smoothness(), manifold.coordinates(), source.split());
    this.embedding = new Embedding(setting.ambient(), manifold.coordinates(), source.split());
    SplittableRandom testSource = source.split();
    this.tests = new double[request.tests()][];
    Arrays.setAll(tests, i -> manifold.draw(testSource));
    this.random = new SplittableRandom(source.nextLong() + size);
  }

  ManifoldPoint measure() {
    boolean sampled = setting.law() == Setting.Law.DATA;
    int count = sampled ? setting.anchorsFor(size) : size;
    Net net = Net.of(setting.manifold(), embedding, count, random);
    PointTransformer model =
        AnchorConstruction.build(
            net.projection(), sampled ? fromSamples(net) : exact(net), request.sharpness());
    PointExecutor executor = new PointExecutor(model);
    double error = 0;
    double spacing = 0;
    for (double[] test : tests) {
      double[] point = embedding.of(test);
      error += Math.pow(executor.value(point) - target.at(test), 2) / tests.length;
      double[] projected = net.project(point);
      double[] nearest = net.projected()[Vectors.nearest(net.projected(), projected)];
      spacing += Vectors.squaredDistance(nearest, projected) / tests.length;
    }
    return new ManifoldPoint(
        setting,
        count,
        sampled ? size : 0,
        model.layers().size(),
        model.nonZeros(),
        error,
        spacing);
  }

  /** The function's own values, and its slopes if they are used. */
  private Anchors exact(Net net) {
    double[] values = Arrays.stream(net.points()).mapToDouble(target::at).toArray();
    return setting.smoothness() < Setting.AFFINE
        ? Anchors.constant(net.projected(), values)
        : new Anchors(
            net.projected(),
            values,
            Arrays.stream(net.points()).map(point -> slope(point, net)).toArray(double[][]::new));
  }

  /**
   * The shortest vector g of projected coordinates with which g . y has the derivatives of the
   * function along the manifold.
   */
  private double[] slope(double[] point, Net net) {
    double[][] tangents = setting.manifold().tangents(point);
    double[] derivatives = new double[tangents.length];
    double[][] directions = new double[tangents.length][]; // [d][k]
    for (int i = 0; i < tangents.length; i++) {
      double[] ahead = Vectors.plus(point, STEP, tangents[i]);
      double[] behind = Vectors.plus(point, -STEP, tangents[i]);
      derivatives[i] = (target.at(ahead) - target.at(behind)) / (2 * STEP);
      double[] moved = Vectors.plus(embedding.of(ahead), -1, embedding.of(behind));
      double[] image = net.project(moved);
      directions[i] = Arrays.stream(image).map(c -> c / (2 * STEP)).toArray();
    }
    Array2DRowRealMatrix rows = new Array2DRowRealMatrix(directions);
    RealMatrix gram = rows.multiply(rows.transpose());
    double[] weights =
        new QRDecomposition(gram).getSolver().solve(new ArrayRealVector(derivatives)).toArray();
    return rows.preMultiply(weights);
  }

  /** The mean of the noisy samples that are nearest to each anchor; of all if there is none. */
  private Anchors fromSamples(Net net) {
    double[] sums = new double[net.points().length];
    int[] counts = new int[sums.length];
    for (int i = 0; i < size; i++) {
      double[] point = setting.manifold().draw(random);
      double sample = target.at(point) + request.noise() * random.nextGaussian();
      double[] embedded = embedding.of(point);
      double[] projected = net.project(embedded);
      int nearest = Vectors.nearest(net.projected(), projected);
      sums[nearest] += sample;
      counts[nearest]++;
    }
    double mean = Arrays.stream(sums).sum() / size;
    double[] values = new double[sums.length];
    Arrays.setAll(values, n -> counts[n] == 0 ? mean : sums[n] / counts[n]);
    return Anchors.constant(net.projected(), values);
  }
}
