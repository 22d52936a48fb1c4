package org.cotsim.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.manifold.Manifold;
import org.cotsim.benchmarks.experiment.manifold.ManifoldExperiment;
import org.cotsim.benchmarks.experiment.manifold.ManifoldPoint;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.experiment.manifold.Setting;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifoldTest {

  static Stream<Manifold> manifolds() {
    return Manifold.all().stream();
  }

  /** What is zero on the manifold, from its equation. */
  private static double equation(Manifold manifold, double[] u) {
    return switch (manifold.name()) {
      case "torus" -> Math.pow(Math.hypot(u[0], u[1]) - 2.0 / 3, 2) + u[2] * u[2] - 1.0 / 9;
      case "swiss-roll" -> {
        double t = 14 * Math.hypot(u[0], u[2]);
        yield Math.hypot(u[0] - t * Math.cos(t) / 14, u[2] - t * Math.sin(t) / 14);
      }
      default -> {
        double sum = -1;
        double flattest = manifold.name().startsWith("ellipsoid") ? 0.7 : 1;
        for (int j = 0; j < u.length; j++) {
          sum += Math.pow(u[j] / (1 - (1 - flattest) * j / manifold.dimension()), 2);
        }
        yield sum;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("manifolds")
  void pointsAndTangentsSatisfyTheEquation(Manifold manifold) {
    SplittableRandom random = new SplittableRandom(1);
    double step = 1e-6;
    for (int i = 0; i < 50; i++) {
      double[] u = manifold.draw(random);
      assertThat(u).hasSize(manifold.coordinates());
      assertThat(equation(manifold, u)).isEqualTo(0, within(1e-12));
      double[][] tangents = manifold.tangents(u);
      assertThat(tangents).hasDimensions(manifold.dimension(), manifold.coordinates());
      for (double[] tangent : tangents) {
        double[] moved = u.clone();
        for (int c = 0; c < moved.length; c++) {
          moved[c] += step * tangent[c];
        }
        assertThat(Arrays.stream(tangent)).anyMatch(c -> Math.abs(c) > 0.1);
        assertThat(equation(manifold, moved)).as("to second order").isEqualTo(0, within(1e-9));
      }
    }
  }

  private static ManifoldResult measure(
      String manifold, List<Integer> ambients, double beta, List<Integer> samples)
      throws ExperimentException {
    ManifoldExperiment.Request request =
        new ManifoldExperiment.Request(
            List.of(manifold),
            ambients,
            List.of(beta),
            samples.isEmpty() ? List.of(32, 64, 128, 256) : List.of(),
            samples,
            20,
            0.5,
            200,
            3,
            1);
    return new ManifoldExperiment(request).run("", Progress.NONE);
  }

  @Test
  void onACircleTheErrorFallsWithTwiceTheSmoothness() throws ExperimentException {
    for (double beta : new double[] {0.5, 1, 2}) {
      for (ManifoldSlope slope : measure("circle", List.of(2, 32), beta, List.of()).slopes()) {
        assertThat(slope.predicted()).isEqualTo(2 * beta);
        assertThat(slope.measured()).as("%s", slope).isEqualTo(2 * beta, within(0.3 * beta));
      }
    }
  }

  @Test
  void theIntrinsicDimensionSetsTheExponentAndNotTheAmbientOne() throws ExperimentException {
    ManifoldResult result = measure("ellipsoid-4", List.of(5, 40), 1, List.of());
    assertThat(result.slopes()).hasSize(2).allMatch(ManifoldSlope::within);
    assertThat(result.ambientEffect().orElseThrow()).isLessThan(0.1);
  }

  @Test
  void samplesHelpAsTheoryPredicts() throws ExperimentException {
    ManifoldResult result = measure("sphere", List.of(16), 1, List.of(250, 1000, 4000, 16000));
    ManifoldSlope slope = result.slopes().get(0);
    assertThat(slope.setting().law()).isEqualTo(Setting.Law.DATA);
    assertThat(slope.predicted()).isEqualTo(0.5);
    assertThat(slope.measured()).isEqualTo(0.5, within(0.1));
    assertThat(result.points().stream().map(ManifoldPoint::anchors)).isSorted();
  }

  @Test
  void theSameSeedGivesTheSameFigures() throws ExperimentException {
    ManifoldResult once = measure("torus", List.of(3), 1, List.of());
    ManifoldResult again = measure("torus", List.of(3), 1, List.of());
    assertThat(again.points()).isEqualTo(once.points());
  }
}
