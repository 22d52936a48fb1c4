package org.cotsim.tokennorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.tokennorm.Hypersphere;
import org.junit.jupiter.api.Test;

class HypersphereTest {

  private static final double[][] CROSS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

  @Test
  void onePointIsNotUniformAtAllAndTwoPolesAreAsFarAsCanBe() {
    assertThat(Hypersphere.uniformity(new double[][] {{0, 1}, {0, 1}, {0, 1}})).isZero();
    assertThat(Hypersphere.uniformity(new double[][] {{0, 1}, {0, -1}}))
        .isCloseTo(-8, within(1e-12));
  }

  /** Of four points each has two neighbours at distance root 2 and one at distance 2. */
  @Test
  void fourPointsOfACircle() {
    double expected = Math.log((2 * Math.exp(-4) + Math.exp(-8)) / 3);
    assertThat(Hypersphere.uniformity(CROSS)).isCloseTo(expected, within(1e-12));
  }

  /** The mean of exp(-4 (1 - cos)) over the circle is exp(-4) I0(4), I0(4) = 11.30192195. */
  @Test
  void theWholeCircle() {
    int n = 1000;
    double[][] circle =
        IntStream.range(0, n)
            .mapToDouble(i -> 2 * Math.PI * i / n)
            .mapToObj(angle -> new double[] {Math.cos(angle), Math.sin(angle)})
            .toArray(double[][]::new);
    double mean = Math.exp(-4) * 11.30192195213633;
    double ofDifferent = (mean - 1.0 / n) * n / (n - 1);
    assertThat(Hypersphere.uniformity(circle)).isCloseTo(Math.log(ofDifferent), within(1e-9));
  }

  @Test
  void alignmentIsTheMeanSquaredDistanceWithinAClass() {
    assertThat(Hypersphere.alignment(CROSS, List.of(0, 0, 1, 1))).isCloseTo(2, within(1e-12));
    assertThat(Hypersphere.alignment(CROSS, List.of(0, 1, 0, 1))).isCloseTo(4, within(1e-12));
    assertThat(Hypersphere.alignment(CROSS, List.of(0, 1, 2, 3))).isNaN();
  }

  @Test
  void theNearestNeighbourDecides() {
    double[][] points = {{1, 0}, {0.8, 0.6}, {-1, 0}, {-0.8, 0.6}};
    assertThat(Hypersphere.right(points, List.of(0, 0, 1, 1))).isEqualTo(4);
    assertThat(Hypersphere.right(points, List.of(0, 1, 0, 1))).isZero();
  }
}
