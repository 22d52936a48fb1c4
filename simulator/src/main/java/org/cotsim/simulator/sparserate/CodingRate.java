package org.cotsim.simulator.sparserate;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The lossy coding rate: nats per token with which a set of tokens can be told apart up to a
 * distortion, if it came from a Gaussian.
 *
 * <p>For N tokens of width d in the columns of Z it is 1/2 log det(I + d/(N e^2) Z Z^T), and for K
 * subspaces of dimension p with bases U_k it is the sum of 1/2 log det(I + p/(N e^2) U_k^T Z Z^T
 * U_k). Source: section 2.1 of Y. Yu and others (NeurIPS 2023), after Y. Ma and others (2007).
 * Cost: N d^2 + d^3.
 *
 * @param distortion e, as a Euclidean length, above 0
 */
public record CodingRate(double distortion) {

  public CodingRate {
    if (!(distortion > 0) || Double.isInfinite(distortion)) {
      throw new IllegalArgumentException("a distortion is above 0: " + distortion);
    }
  }

  /** Of the tokens as one Gaussian. */
  public double of(Tokens tokens) {
    return rate(tokens.matrix(), scale(tokens.width(), tokens.count()));
  }

  /** Of the tokens against subspaces of the same width, each projection a Gaussian. */
  public double against(Subspaces subspaces, Tokens tokens) {
    double scale = scale(subspaces.dimension(), tokens.count());
    return subspaces.bases().stream()
        .mapToDouble(basis -> rate(basis.transpose().mmul(tokens.matrix()), scale))
        .sum();
  }

  /** What a squared length is multiplied with: a rate's curvature where there is no energy. */
  public double scale(int dimension, int count) {
    return dimension / (count * distortion * distortion);
  }

  /**
   * The largest eigenvalue of p/(N e^2) U_k^T Z Z^T U_k of any subspace; below 1 the inverse in the
   * gradient has the series that attention is the first two terms of.
   */
  public double largestEnergy(Subspaces subspaces, Tokens tokens) {
    double scale = scale(subspaces.dimension(), tokens.count());
    return subspaces.bases().stream()
        .mapToDouble(
            basis -> scale * Spectrum.ofRows(basis.transpose().mmul(tokens.matrix())).largest())
        .max()
        .orElseThrow();
  }

  private static double rate(INDArray tokens, double scale) {
    return Spectrum.ofRows(tokens).sum(value -> Math.log1p(scale * Math.max(0, value))) / 2;
  }
}
