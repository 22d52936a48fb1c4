package org.cotsim.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotsim.simulator.manifold.AnchorConstruction;
import org.cotsim.simulator.manifold.Anchors;
import org.cotsim.simulator.manifold.PointExecutor;
import org.cotsim.simulator.manifold.PointTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorConstructionTest {

  private static final double ROUNDING = 1e-12;
  private static final double PRODUCT = 1e-6; // of a product by attention, values of about 3

  private static double[][] random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[rows][];
    Arrays.setAll(matrix, r -> random.doubles(columns, -1, 1).toArray());
    return matrix;
  }

  private static double[] apply(double[][] matrix, double[] x) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }

  private static double largestDifference(double[] a, double[] b) {
    double most = 0;
    for (int c = 0; c < a.length; c++) {
      most = Math.max(most, Math.abs(a[c] - b[c]));
    }
    return most;
  }

  /** The weights w_n(x) as they are defined, without a transformer. */
  private static double[] bumps(Anchors anchors, double[] y, double sharpness) {
    double[] bumps =
        Arrays.stream(anchors.points())
            .mapToDouble(a -> Math.exp(-sharpness * largestDifference(a, y) / anchors.spacing()))
            .toArray();
    double sum = Arrays.stream(bumps).sum();
    return Arrays.stream(bumps).map(b -> b / sum).toArray();
  }

  @ParameterizedTest(name = "{0} projected coordinates of {1}")
  @CsvSource({"1, 1", "2, 5", "3, 3", "7, 20", "13, 64"})
  void theTransformerIsTheSumThatItStandsFor(int projected, int ambient) {
    double[][] projection = random(projected, ambient, 1);
    double[] values = random(1, 30, 3)[0];
    Anchors anchors = Anchors.constant(random(30, projected, 2), values);
    PointExecutor executor = new PointExecutor(AnchorConstruction.build(projection, anchors, 3));
    for (double[] point : random(20, ambient, 4)) {
      double[] weights = bumps(anchors, apply(projection, point), 3);
      assertThat(executor.value(point)).isEqualTo(dot(weights, values), within(ROUNDING));
      assertThat(largestDifference(executor.lastWeights(), weights)).isLessThan(ROUNDING);
    }
  }

  @Test
  void theBumpsAreAPartitionOfUnitySoThatAConstantIsRepresentedExactly() {
    double[] ones = new double[50];
    Arrays.fill(ones, 1);
    Anchors anchors = Anchors.constant(random(50, 4, 5), ones);
    PointExecutor executor =
        new PointExecutor(AnchorConstruction.build(random(4, 9, 6), anchors, 20));
    for (double[] point : random(20, 9, 7)) {
      assertThat(executor.value(point)).isEqualTo(1, within(ROUNDING));
      double[] weights = executor.lastWeights();
      assertThat(weights).hasSize(50);
      assertThat(Arrays.stream(weights)).allMatch(w -> w >= 0);
      assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(ROUNDING));
    }
  }

  /** Whatever the weights are, affine pieces of one affine function sum up to it. */
  @ParameterizedTest(name = "sharpness {0}")
  @ValueSource(doubles = {0.5, 5, 50})
  void anAffineFunctionIsRepresentedExactlyWithSlopes(double sharpness) {
    int projected = 5;
    double[][] projection = random(projected, 16, 8);
    double[] slope = random(1, projected, 9)[0];
    double[][] points = random(25, projected, 10);
    double[] values = Arrays.stream(points).mapToDouble(a -> dot(slope, a) + 0.7).toArray();
    double[][] slopes = new double[25][];
    Arrays.fill(slopes, slope);
    PointExecutor executor =
        new PointExecutor(
            AnchorConstruction.build(projection, new Anchors(points, values, slopes), sharpness));
    for (double[] point : random(20, 16, 11)) {
      double expected = dot(slope, apply(projection, point)) + 0.7;
      assertThat(executor.value(point)).isEqualTo(expected, within(PRODUCT));
    }
    PointExecutor flat =
        new PointExecutor(
            AnchorConstruction.build(projection, Anchors.constant(points, values), sharpness));
    double[] point = random(1, 16, 11)[0];
    assertThat(Math.abs(flat.value(point) - dot(slope, apply(projection, point)) - 0.7))
        .as("without slopes it is not")
        .isGreaterThan(1e-3);
  }

  @Test
  void differentSlopesAreMixedByTheSameWeights() {
    double[][] projection = random(3, 3, 12);
    Anchors anchors = new Anchors(random(20, 3, 13), random(1, 20, 14)[0], random(20, 3, 15));
    PointExecutor executor = new PointExecutor(AnchorConstruction.build(projection, anchors, 2));
    for (double[] point : random(20, 3, 16)) {
      double[] y = apply(projection, point);
      double[] weights = bumps(anchors, y, 2);
      double expected = 0;
      for (int n = 0; n < weights.length; n++) {
        double[] slope = anchors.slopes()[n];
        double piece = anchors.values()[n] + dot(slope, y) - dot(slope, anchors.points()[n]);
        expected += weights[n] * piece;
      }
      assertThat(executor.value(point)).isEqualTo(expected, within(PRODUCT));
    }
  }

  @Test
  void aSharpBumpLeavesOnlyTheNearestAnchor() {
    double[][] points = random(40, 3, 17);
    double[] values = random(1, 40, 18)[0];
    double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    PointExecutor executor =
        new PointExecutor(
            AnchorConstruction.build(identity, Anchors.constant(points, values), 1e6));
    for (int n = 0; n < points.length; n++) {
      assertThat(executor.value(points[n])).isEqualTo(values[n], within(ROUNDING));
    }
  }

  @ParameterizedTest(name = "{0} coordinates: {1} layers")
  @CsvSource({"1, 2", "2, 3", "3, 4", "5, 5", "9, 6", "13, 6", "64, 8"})
  void theDepthIsLogarithmic(int projected, int layers) {
    Anchors anchors = Anchors.constant(random(10, projected, 19), new double[10]);
    PointTransformer model = AnchorConstruction.build(random(projected, 64, 20), anchors, 1);
    assertThat(model.layers()).hasSize(layers);
    PointExecutor executor = new PointExecutor(model);
    double[] point = random(1, 64, 21)[0];
    executor.value(point);
    double[] y = apply(random(projected, 64, 20), point);
    assertThat(executor.stream(4)[model.subspace("gap").index(0)])
        .isEqualTo(largestDifference(anchors.points()[4], y), within(ROUNDING));
  }

  @Test
  void theWeightsGrowWithTheAnchorsAndTheAmbientDimensionCostsTheProjectionOnly() {
    long some = weights(100, 10);
    assertThat(weights(200, 10) - some).isBetween(100L * 5, 100L * 6);
    assertThat(weights(100, 60) - some).isEqualTo(4L * 50);
  }

  private static long weights(int anchors, int ambient) {
    Anchors some = Anchors.constant(random(anchors, 4, 22), random(1, anchors, 23)[0]);
    return AnchorConstruction.build(random(4, ambient, 24), some, 1).nonZeros();
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    Anchors anchors = Anchors.constant(random(3, 2, 25), 1, 2, 3);
    assertThatThrownBy(() -> AnchorConstruction.build(random(2, 4, 26), anchors, 0))
        .hasMessage("a sharpness of 0.0, expected above 0");
    assertThatThrownBy(() -> AnchorConstruction.build(random(3, 4, 26), anchors, 1))
        .hasMessage("3 projections for anchors of 2");
    assertThatThrownBy(() -> Anchors.constant(random(3, 2, 25), 1, 2))
        .hasMessage("3 anchors with 2 values, expected two at least");
    PointExecutor executor =
        new PointExecutor(AnchorConstruction.build(random(2, 4, 26), anchors, 1));
    assertThatThrownBy(() -> executor.value(new double[3]))
        .hasMessage("a point of 3 coordinates, expected 4");
  }
}
