package org.cotsim.simulator.model;

/**
 * One attention head: affine query, key and value of the normalised input, and a linear output.
 *
 * @param query [keySize, normalised]
 * @param key [keySize, normalised]
 * @param value [valueSize, normalised]
 * @param output [width, valueSize], added to the residual stream
 * @param weighting saturated or softmax
 * @param mask causal or strict causal
 */
public record Head(
    Affine query, Affine key, Affine value, Matrix output, Weighting weighting, Mask mask) {

  public Head {
    Shapes.equal("query and key size", query.outputs(), key.outputs());
    Shapes.equal("query and key input", query.inputs(), key.inputs());
    Shapes.equal("query and value input", query.inputs(), value.inputs());
    Shapes.equal("value size and output columns", value.outputs(), output.columns());
    if (query.outputs() < 1 || value.outputs() < 1) {
      throw new IllegalArgumentException("a head needs keys and values of at least one component");
    }
  }

  public int keySize() {
    return key.outputs();
  }

  public int valueSize() {
    return value.outputs();
  }

  /** Non-zero weights and biases of the head. */
  public long nonZeros() {
    return (long) query.nonZeros() + key.nonZeros() + value.nonZeros() + output.nonZeros();
  }
}
