package org.cotsim.simulator.sparserate;

import java.util.Arrays;
import org.cotsim.simulator.execute.nd4j.Nd4jLoader;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A set of tokens, all of one width; never changes.
 *
 * <p>Held as a matrix [width, count] of ND4J in binary64, a token in each column.
 */
public final class Tokens {

  private final INDArray matrix;

  private Tokens(INDArray matrix) {
    this.matrix = matrix;
  }

  /**
   * The tokens in these rows; loads ND4J if nobody did.
   *
   * @param tokens [count, width], at least one token of at least one coordinate
   * @throws IllegalArgumentException if there is none, if widths differ, or if a coordinate is not
   *     finite
   */
  public static Tokens of(double[][] tokens) {
    if (tokens.length == 0 || tokens[0].length == 0) {
      throw new IllegalArgumentException("a set of tokens needs at least one coordinate");
    }
    for (double[] token : tokens) {
      if (token.length != tokens[0].length) {
        throw new IllegalArgumentException(
            "tokens of width " + tokens[0].length + " and " + token.length);
      }
      if (!Arrays.stream(token).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a coordinate is not finite");
      }
    }
    Nd4jLoader.quietlyForThisThread();
    return new Tokens(Nd4j.createFromArray(tokens).transpose().dup());
  }

  static Tokens ofColumns(INDArray matrix) {
    return new Tokens(matrix);
  }

  /** [width, count]; nobody may write into it. */
  INDArray matrix() {
    return matrix;
  }

  /** The number of coordinates of each token. */
  public int width() {
    return matrix.rows();
  }

  /** The number of tokens. */
  public int count() {
    return matrix.columns();
  }

  /** A copy, [count, width]. */
  public double[][] toRows() {
    return matrix.transpose().toDoubleMatrix();
  }

  /** The same tokens, each of Euclidean length 1; those that are 0 stay 0. */
  public Tokens onSphere() {
    INDArray lengths = Transforms.sqrt(matrix.mul(matrix).sum(0), false);
    double[] scale = lengths.toDoubleVector();
    for (int i = 0; i < scale.length; i++) {
      scale[i] = scale[i] == 0 ? 0 : 1 / scale[i];
    }
    return new Tokens(matrix.mulRowVector(Nd4j.createFromArray(scale)));
  }

  /** The share of coordinates that are not 0. */
  public double nonzeroShare() {
    return matrix.neq(0).castTo(matrix.dataType()).sumNumber().doubleValue() / matrix.length();
  }

  /** The square root of the sum of all squares. */
  public double frobeniusNorm() {
    return matrix.norm2Number().doubleValue();
  }
}
