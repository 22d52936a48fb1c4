package org.cotsim.benchmarks.experiment.sparserate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;

/**
 * A mixture of Gaussians, each on a subspace of its own, with noise in all directions.
 *
 * <p>The subspaces are drawn uniformly, so they are the more incoherent the wider the space is. A
 * token has about length 1 in its subspace.
 *
 * @param width of a token
 * @param subspaces how many there are
 * @param dimension of each
 * @param noise the length of the noise, about
 * @param tokens how many the transformer runs on; twice as many more are for the estimate
 */
public record Mixture(
    int width, int subspaces, int dimension, double noise, int tokens, long seed) {

  /** Subspaces of the mixture that is drawn if nothing else is asked for. */
  public static final int SUBSPACES = 8;

  /** Their dimension. */
  public static final int DIMENSION = 4;

  /** Its noise. */
  public static final double NOISE = 0.3;

  private static final int LARGEST = 1 << 12;

  /** The mixture that is drawn if nothing else is asked for. */
  public static Mixture byDefault(long seed) {
    return new Mixture(
        SparseRateOptions.WIDTH, SUBSPACES, DIMENSION, NOISE, SparseRateOptions.TOKENS, seed);
  }

  /** Draws it; equal for equal seeds. */
  public TokenData draw() throws ExperimentException {
    requireSensible();
    Random random = new Random(seed);
    Subspaces truth = Subspaces.random(width, subspaces, dimension, random);
    double[][][] bases = truth.toVectors();
    List<Tokens> training = new ArrayList<>();
    int each = Math.max(dimension, 2 * tokens / subspaces);
    for (double[][] basis : bases) {
      double[][] drawn = new double[each][];
      for (int i = 0; i < each; i++) {
        drawn[i] = token(basis, random);
      }
      training.add(Tokens.of(drawn));
    }
    double[][] drawn = new double[tokens][];
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      labels.add(i % subspaces);
      drawn[i] = token(bases[i % subspaces], random);
    }
    return new TokenData(inWords(), training, Tokens.of(drawn), labels, Optional.of(truth));
  }

  private void requireSensible() throws ExperimentException {
    Ranges.require("--width", width, 2, LARGEST);
    Ranges.require("--subspaces", subspaces, 2, width);
    Ranges.require("--dimension", dimension, 1, width / subspaces);
    Ranges.require("--tokens", tokens, subspaces, LARGEST);
    if (!(noise >= 0) || noise > 100) {
      throw new ExperimentException("--noise " + noise + ": expected 0 to 100");
    }
  }

  private double[] token(double[][] basis, Random random) {
    double[] token = new double[width];
    for (int i = 0; i < width; i++) {
      token[i] = noise * random.nextGaussian() / Math.sqrt(width);
    }
    for (double[] vector : basis) {
      double share = random.nextGaussian() / Math.sqrt(dimension);
      for (int i = 0; i < width; i++) {
        token[i] += share * vector[i];
      }
    }
    return token;
  }

  private String inWords() {
    return String.format(
        Locale.ROOT,
        "a mixture of %d Gaussians on %d-dimensional subspaces of %d dimensions, noise %s",
        subspaces,
        dimension,
        width,
        noise);
  }
}
