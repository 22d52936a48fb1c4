package org.cotsim.simulator.sparserate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.cotsim.simulator.execute.nd4j.Nd4jLoader;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Linear subspaces of one dimension, each with an orthonormal basis: the one matrix that a head of
 * multi-head subspace self-attention has.
 */
public final class Subspaces {

  private final List<INDArray> bases; // each [width, dimension]

  private Subspaces(List<INDArray> bases) {
    this.bases = List.copyOf(bases);
  }

  /**
   * The subspaces spanned by these vectors.
   *
   * @param spanning [subspace, vector, coordinate], the vectors of each linearly independent
   * @throws IllegalArgumentException if there is none, if sizes differ, or if vectors are dependent
   */
  public static Subspaces spannedBy(double[][][] spanning) {
    Nd4jLoader.quietlyForThisThread();
    List<INDArray> bases = new ArrayList<>();
    for (double[][] vectors : spanning) {
      INDArray columns = Tokens.of(vectors).matrix();
      if (!bases.isEmpty() && !Arrays.equals(columns.shape(), bases.get(0).shape())) {
        throw new IllegalArgumentException("subspaces of different sizes");
      }
      Spectrum gram = Spectrum.ofRows(columns.transpose());
      if (gram.smallest() <= 1e-12 * gram.largest()) {
        throw new IllegalArgumentException("vectors that should span a subspace are dependent");
      }
      bases.add(Spectrum.orthonormalised(columns));
    }
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("no subspaces");
    }
    return new Subspaces(bases);
  }

  /** Subspaces drawn uniformly and independently of each other; the dimension fits the width. */
  public static Subspaces random(int width, int count, int dimension, RandomGenerator random) {
    double[][][] spanning = new double[count][dimension][width];
    for (double[][] vectors : spanning) {
      for (double[] vector : vectors) {
        Arrays.setAll(vector, i -> random.nextGaussian());
      }
    }
    return spannedBy(spanning);
  }

  /**
   * The leading principal components of each class of tokens, about the origin: subspaces estimated
   * from data by a decomposition, without a gradient.
   *
   * @param classes each of at least as many tokens as a subspace has dimensions
   * @param dimension of every subspace, at most the width
   */
  public static Subspaces principal(List<Tokens> classes, int dimension) {
    return new Subspaces(
        classes.stream()
            .map(tokens -> Spectrum.ofRows(tokens.matrix()).leading(dimension))
            .toList());
  }

  /** The bases, each [width, dimension]; nobody may write into them. */
  List<INDArray> bases() {
    return bases;
  }

  /** How many there are. */
  public int count() {
    return bases.size();
  }

  /** The dimension of each. */
  public int dimension() {
    return bases.get(0).columns();
  }

  /** The dimension of the space around them. */
  public int width() {
    return bases.get(0).rows();
  }

  /** The cosine of the smallest angle between two of them: 0 if all are orthogonal. */
  public double coherence() {
    double coherence = 0;
    for (int i = 0; i < count(); i++) {
      for (int j = 0; j < i; j++) {
        coherence = Math.max(coherence, cosine(bases.get(i), bases.get(j)));
      }
    }
    return coherence;
  }

  private static double cosine(INDArray one, INDArray other) {
    return Math.sqrt(Spectrum.ofRows(one.transpose().mmul(other)).largest());
  }

  /**
   * The largest angle, in degrees, between a subspace and the one of the same index elsewhere.
   *
   * @param other as many, of the same sizes
   */
  public double largestAngle(Subspaces other) {
    double least = 1;
    for (int i = 0; i < count(); i++) {
      INDArray between = bases.get(i).transpose().mmul(other.bases.get(i));
      double cosine = Math.sqrt(Math.max(0, Spectrum.ofRows(between).smallest()));
      least = Math.min(least, cosine);
    }
    return Math.toDegrees(Math.acos(least));
  }

  /**
   * For each token the index of the subspace in which its projection is longest, the first of
   * equals; -1 if no projection is longer than 0.
   */
  public int[] nearest(Tokens tokens) {
    double[] longest = new double[tokens.count()];
    int[] nearest = new int[tokens.count()];
    Arrays.fill(nearest, -1);
    for (int k = 0; k < count(); k++) {
      INDArray coordinates = bases.get(k).transpose().mmul(tokens.matrix());
      double[] squares = coordinates.mul(coordinates).sum(0).toDoubleVector();
      for (int i = 0; i < squares.length; i++) {
        if (squares[i] > longest[i]) {
          longest[i] = squares[i];
          nearest[i] = k;
        }
      }
    }
    return nearest;
  }

  /** The coordinates that the projections of tokens have in one of the bases. */
  public Tokens coordinates(int subspace, Tokens tokens) {
    return Tokens.ofColumns(bases.get(subspace).transpose().mmul(tokens.matrix()));
  }

  /** A copy of the bases: [subspace, vector, coordinate]. */
  public double[][][] toVectors() {
    return bases.stream()
        .map(basis -> basis.transpose().toDoubleMatrix())
        .toArray(double[][][]::new);
  }

  /** The same subspaces in the coordinates of a dictionary's codes. */
  Subspaces in(Dictionary dictionary) {
    return new Subspaces(bases.stream().map(dictionary.matrix().transpose()::mmul).toList());
  }

  /** All bases side by side, [width, count * dimension]. */
  INDArray sideBySide() {
    return Nd4j.hstack(bases.toArray(INDArray[]::new));
  }
}
