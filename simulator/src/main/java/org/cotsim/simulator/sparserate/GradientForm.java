package org.cotsim.simulator.sparserate;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gradient of the coding rate against subspaces, exact or as an attention computes it.
 *
 * <p>With V = U_k^T Z [dimension, count] the projections of the tokens and b = p/(N e^2), the exact
 * gradient is the sum over k of b U_k V (I + b V^T V)^-1. Its inverse is replaced by I - b V^T V,
 * the Gram matrix by its softmax, and the sum of the U_k U_k^T Z by Z: three approximations, which
 * the forms make one after the other.
 */
public enum GradientForm {
  /** The gradient itself. */
  EXACT("exact"),

  /** The inverse to first order (von Neumann): attention without a softmax. */
  FIRST_ORDER("first-order"),

  /** And the softmax of the Gram matrix in its place; what is kept lies in the subspaces. */
  PROJECTED("projected"),

  /** And the whole token kept: (1 - k b) Z + k b MSSA(Z), section 2.3 of the source. */
  ATTENTION("attention"),

  /** Z + MSSA(Z) without the factor b, as the source's published code adds it: no descent. */
  RESIDUAL("residual");

  private final String word;

  GradientForm(String word) {
    this.word = word;
  }

  /** Its name in commands and results. */
  public String word() {
    return word;
  }

  /**
   * The gradient at these tokens, [width, count].
   *
   * @param subspaces of the tokens' width
   */
  Tokens at(Tokens tokens, Subspaces subspaces, CodingRate rate) {
    double scale = rate.scale(subspaces.dimension(), tokens.count());
    INDArray sum = Nd4j.zerosLike(tokens.matrix());
    for (INDArray basis : subspaces.bases()) {
      sum.addi(basis.mmul(head(basis.transpose().mmul(tokens.matrix()), scale)));
    }
    return Tokens.ofColumns(this == ATTENTION ? sum.addi(tokens.matrix().mul(scale)) : sum);
  }

  /** What a head adds, in the coordinates of its subspace. */
  private INDArray head(INDArray projected, double scale) {
    return switch (this) {
      case EXACT ->
          Spectrum.ofRows(projected)
              .map(value -> scale / (1 + scale * Math.max(0, value)))
              .mmul(projected);
      case FIRST_ORDER ->
          projected
              .sub(projected.mmul(projected.transpose()).mmul(projected).muli(scale))
              .muli(scale);
      case PROJECTED -> projected.sub(selfAttention(projected).muli(scale)).muli(scale);
      case ATTENTION -> selfAttention(projected).muli(-scale * scale);
      case RESIDUAL -> selfAttention(projected).muli(-scale);
    };
  }

  /**
   * Subspace self-attention, V softmax(V^T V): queries, keys and values are one projection.
   *
   * @param projected [dimension, count]
   */
  static INDArray selfAttention(INDArray projected) {
    try (INDArray weights = projected.transpose().mmul(projected)) { // [key, query]
      weights.subiRowVector(weights.max(0));
      Transforms.exp(weights, false);
      weights.diviRowVector(weights.sum(0));
      return projected.mmul(weights);
    }
  }

  /** The length of MSSA(Z), all that the heads attend to, against the length of Z. */
  static double attentionShare(Tokens tokens, Subspaces subspaces, CodingRate rate) {
    return RESIDUAL.at(tokens, subspaces, rate).frobeniusNorm() / tokens.frobeniusNorm();
  }
}
