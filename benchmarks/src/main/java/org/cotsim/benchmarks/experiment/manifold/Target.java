package org.cotsim.benchmarks.experiment.manifold;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A function to be approximated: one smooth wave, or for a smoothness beta below 1 a sum of waves
 * of frequencies 2^j and heights 2^(-j beta), which is Hoelder continuous with just that exponent
 * (K. Weierstrass, 1872; G. H. Hardy, 1916).
 */
final class Target {

  private static final int LOWEST = -3;
  private static final int HIGHEST = 12;
  private static final double FREQUENCY = 1.5;

  private final double[][] directions; // [waves][coordinates]
  private final double[] phases; // [waves]
  private final double[] heights; // [waves]

  /** A random function of this smoothness. */
  Target(double smoothness, int coordinates, RandomGenerator random) {
    int waves = smoothness < 1 ? HIGHEST - LOWEST + 1 : 1;
    directions = new double[waves][];
    Arrays.setAll(directions, w -> Vectors.direction(coordinates, random));
    phases = random.doubles(waves, 0, 2 * Math.PI).toArray();
    heights = new double[waves];
    if (waves == 1) {
      phases[0] = 0.5; // a wave near its steepest, whatever its direction
      heights[0] = 1;
      return;
    }
    for (int w = 0; w < waves; w++) {
      double scale = Math.pow(2, LOWEST + w);
      heights[w] = Math.pow(scale, -smoothness);
      directions[w] = Arrays.stream(directions[w]).map(c -> scale * c).toArray();
    }
  }

  double at(double[] point) {
    double sum = 0;
    for (int w = 0; w < heights.length; w++) {
      sum += heights[w] * Math.sin(FREQUENCY * Vectors.dot(directions[w], point) + phases[w]);
    }
    return sum;
  }
}
