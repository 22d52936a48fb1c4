package org.cotsim.sparserate;

import java.util.Arrays;
import java.util.Random;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;

/** Sets of tokens and subspaces whose rates can be written down. */
final class Sets {

  private Sets() {}

  /** The first tokens of the standard basis, each of the same length. */
  static Tokens basis(int width, int count, double length) {
    double[][] tokens = new double[count][width];
    for (int i = 0; i < count; i++) {
      tokens[i][i] = length;
    }
    return Tokens.of(tokens);
  }

  /** Blocks of coordinates, the first subspace the first block. */
  static Subspaces blocks(int width, int count, int dimension) {
    double[][][] spanning = new double[count][dimension][width];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < dimension; i++) {
        spanning[k][i][k * dimension + i] = 1;
      }
    }
    return Subspaces.spannedBy(spanning);
  }

  /** Independent normal coordinates, each with a standard deviation of its own. */
  static Tokens gaussian(int count, Random random, double... deviations) {
    double[][] tokens = new double[count][deviations.length];
    for (double[] token : tokens) {
      Arrays.setAll(token, i -> deviations[i] * random.nextGaussian());
    }
    return Tokens.of(tokens);
  }

  /** Tokens of a subspace each, one after the other, with noise of a length around them. */
  static Tokens near(Subspaces subspaces, int count, double noise, Random random) {
    double[][][] bases = subspaces.toVectors();
    double[][] tokens = new double[count][subspaces.width()];
    for (int n = 0; n < count; n++) {
      double[] token = tokens[n];
      Arrays.setAll(token, i -> noise * random.nextGaussian() / Math.sqrt(token.length));
      for (double[] vector : bases[n % bases.length]) {
        double share = random.nextGaussian() / Math.sqrt(subspaces.dimension());
        for (int i = 0; i < token.length; i++) {
          token[i] += share * vector[i];
        }
      }
    }
    return Tokens.of(tokens);
  }

  /** The index of the subspace that {@link #near} took. */
  static int[] labels(int subspaces, int count) {
    int[] labels = new int[count];
    Arrays.setAll(labels, n -> n % subspaces);
    return labels;
  }
}
