package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Norm;

/**
 * The residual streams of the special token of a hand-built layer that reads images: patches are
 * mapped into the stream, each by its own random matrix, and one head of equal scores gives the
 * special token their mean, which is added to its embedding.
 *
 * <p>The embedding is one random direction, so many times as long as the mean that is added to it
 * is on average over the images for the statistics.
 */
final class SpecialTokens {

  private final double[][][] maps; // [patches, width, pixels of a patch]
  private final double[] direction; // [width], of length 1
  private final int width;

  SpecialTokens(int width, int pixels, int patches, long seed) {
    Random random = new Random(seed);
    int ofPatch = (pixels + patches - 1) / patches;
    this.width = width;
    this.maps = new double[patches][width][ofPatch];
    for (double[][] map : maps) {
      for (double[] row : map) {
        Arrays.setAll(row, c -> random.nextGaussian() / Math.sqrt(width));
      }
    }
    this.direction = onSphere(random.doubles(width, -1, 1).toArray());
  }

  /** The tokens of the patches of one image, [patches][width]. */
  List<double[]> patches(double[] image) {
    List<double[]> tokens = new ArrayList<>();
    int ofPatch = maps[0][0].length;
    for (int p = 0; p < maps.length; p++) {
      double[] token = new double[width];
      for (int i = 0; i < ofPatch && p * ofPatch + i < image.length; i++) {
        for (int c = 0; c < width; c++) {
          token[c] += maps[p][c][i] * image[p * ofPatch + i];
        }
      }
      tokens.add(token);
    }
    return tokens;
  }

  /** What the head gives the special token of one image, [width]. */
  double[] seen(double[] image) {
    double[] mean = new double[width];
    for (double[] token : patches(image)) {
      for (int c = 0; c < width; c++) {
        mean[c] += token[c] / maps.length;
      }
    }
    return mean;
  }

  /** The stream of the special token whose embedding has this length. */
  double[] stream(double[] seen, double length) {
    double[] stream = seen.clone();
    for (int c = 0; c < width; c++) {
      stream[c] += length * direction[c];
    }
    return stream;
  }

  static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
  }

  /** The vector with length 1, or 0 if it is 0. */
  static double[] onSphere(double[] vector) {
    double length = length(vector);
    return Arrays.stream(vector).map(x -> length == 0 ? 0 : x / length).toArray();
  }

  /** As every token of the model is normalised. */
  static double[] layerNorm(double[] vector) {
    return new PositionWise(Arithmetic.BINARY64).normalise(new Norm.Standard(), 0, vector);
  }

  /** Mean and deviation of each coordinate; batch norm by numbers that no longer change. */
  static final class Moments {
    private final double[] mean; // [width]
    private final double[] deviation; // [width]

    private Moments(double[] mean, double[] deviation) {
      this.mean = mean;
      this.deviation = deviation;
    }

    static Moments of(List<double[]> vectors) {
      int width = vectors.get(0).length;
      double[] mean = new double[width];
      double[] deviation = new double[width];
      for (int c = 0; c < width; c++) {
        int at = c;
        mean[c] = vectors.stream().mapToDouble(v -> v[at]).average().orElseThrow();
        deviation[c] =
            Math.sqrt(
                vectors.stream()
                    .mapToDouble(v -> (v[at] - mean[at]) * (v[at] - mean[at]))
                    .average()
                    .orElseThrow());
      }
      return new Moments(mean, deviation);
    }

    /** This mean with the deviations of another set of vectors. */
    Moments withDeviationsOf(Moments other) {
      return new Moments(mean, other.deviation);
    }

    /** On the unit sphere, as the measures want it; a coordinate that never varies becomes 0. */
    double[] normalise(double[] vector) {
      double[] normalised = new double[vector.length];
      Arrays.setAll(normalised, c -> deviation[c] == 0 ? 0 : (vector[c] - mean[c]) / deviation[c]);
      return onSphere(normalised);
    }
  }
}
