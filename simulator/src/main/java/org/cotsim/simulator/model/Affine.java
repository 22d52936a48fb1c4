package org.cotsim.simulator.model;

import java.util.Arrays;

/** An immutable affine map {@code x -> A x + b}, A of shape [outputs, inputs]. */
public final class Affine {

  private final Matrix matrix;
  private final double[] bias; // [outputs]

  /** The map with this matrix and this bias, one finite number per row. */
  public Affine(Matrix matrix, double... bias) {
    if (bias.length != matrix.rows()) {
      throw new IllegalArgumentException(
          "a bias of " + bias.length + " for a matrix of " + matrix.rows() + " rows");
    }
    for (double b : bias) {
      if (!Double.isFinite(b)) {
        throw new IllegalArgumentException("not a finite number in a bias: " + b);
      }
    }
    this.matrix = matrix;
    this.bias = bias.clone();
  }

  /** The map with this matrix and no bias. */
  public static Affine linear(Matrix matrix) {
    return new Affine(matrix, new double[matrix.rows()]);
  }

  public Matrix matrix() {
    return matrix;
  }

  public double bias(int output) {
    return bias[output];
  }

  /** The bias, [outputs]. */
  public double[] biases() {
    return bias.clone();
  }

  public int inputs() {
    return matrix.columns();
  }

  public int outputs() {
    return matrix.rows();
  }

  /** Non-zero entries of the matrix and of the bias together. */
  public int nonZeros() {
    return matrix.nonZeros() + (int) Arrays.stream(bias).filter(b -> b != 0).count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine that
        && matrix.equals(that.matrix)
        && Arrays.equals(bias, that.bias);
  }

  @Override
  public int hashCode() {
    return 31 * matrix.hashCode() + Arrays.hashCode(bias);
  }

  @Override
  public String toString() {
    return "Affine[" + matrix + "]";
  }
}
