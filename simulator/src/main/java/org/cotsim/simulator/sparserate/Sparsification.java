package org.cotsim.simulator.sparserate;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The second half of a layer: one step of iterative shrinkage-thresholding (ISTA) towards a sparse
 * code A with Z = D A, from A = Z on, with step size 1: Z + D^T (Z - D Z), thresholded.
 *
 * <p>Source: section 2.4 of Y. Yu and others (NeurIPS 2023). As D is orthogonal, its norm is 1, and
 * the step ends at the minimum of |Z - D A|^2 / 2 + weight |A|_1.
 *
 * @param dictionary D, of the tokens' width
 * @param threshold whether codes may be negative
 * @param weight of the l1 norm, at least 0
 */
public record Sparsification(Dictionary dictionary, Threshold threshold, double weight) {

  public Sparsification {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is at least 0: " + weight);
    }
  }

  /** The codes of the tokens, and nothing else done to them. */
  public Tokens of(Tokens tokens) {
    INDArray atoms = dictionary.matrix();
    INDArray residual = tokens.matrix().sub(atoms.mmul(tokens.matrix()));
    INDArray moved = atoms.transpose().mmul(residual).addi(tokens.matrix());
    return Tokens.ofColumns(threshold.of(moved, weight));
  }
}
