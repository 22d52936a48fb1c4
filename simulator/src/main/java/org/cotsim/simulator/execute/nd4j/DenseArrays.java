package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Matrix;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense copies of weights.
 *
 * <p>ND4J has no products of empty arrays, so a dimension of size 0 becomes one row or column of
 * zeros, which changes no result.
 */
final class DenseArrays {

  private DenseArrays() {}

  static INDArray of(Matrix matrix, DataType type) {
    INDArray made = Nd4j.create(type, Math.max(1, matrix.rows()), Math.max(1, matrix.columns()));
    DataBuffer numbers = made.data();
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        numbers.put((long) row * matrix.columns() + matrix.column(e), matrix.value(e));
      }
    }
    return made;
  }

  /** Writes a number to all rows of a column. */
  static void fillColumn(INDArray matrix, int column, double number) {
    DataBuffer numbers = matrix.data();
    for (long row = 0; row < matrix.size(0); row++) {
      numbers.put(row * matrix.size(1) + column, number);
    }
  }

  /** The least positive number that is not subnormal. */
  static double leastNormal(DataType type) {
    return type == DataType.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }

  /** A number below every score, which stays finite when a score is added to it. */
  static double far(DataType type) {
    return type == DataType.DOUBLE ? -Double.MAX_VALUE / 2 : -Float.MAX_VALUE / 2;
  }

  /**
   * The largest number b for which {@code difference > b} says {@code difference >= -tolerance}.
   */
  static double below(double tolerance, DataType type) {
    return type == DataType.DOUBLE
        ? Math.min(-Double.MIN_NORMAL, Math.nextDown(-tolerance))
        : Math.min(-Float.MIN_NORMAL, Math.nextDown((float) -tolerance));
  }
}
