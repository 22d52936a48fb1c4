package org.cotsim.simulator.execute.nd4j;

import java.util.List;
import org.cotsim.simulator.model.Affine;
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
final class Dense {

  private Dense() {}

  static INDArray of(double[][] rows, DataType type) {
    INDArray made = Nd4j.createFromArray(rows);
    return made.dataType() == type ? made : made.castTo(type);
  }

  static INDArray of(Matrix matrix, DataType type) {
    return stack(List.of(matrix), matrix.columns(), type);
  }

  /** Matrices on top of each other, all of this many columns. */
  static INDArray stack(List<Matrix> matrices, int columns, DataType type) {
    int rows = matrices.stream().mapToInt(Matrix::rows).sum();
    INDArray made = Nd4j.create(type, Math.max(1, rows), Math.max(1, columns));
    long first = 0;
    for (Matrix matrix : matrices) {
      write(matrix, made, first * columns, columns);
      first += matrix.rows();
    }
    return made;
  }

  /** Matrices side by side, all of this many rows. */
  static INDArray besides(List<Matrix> matrices, int rows, DataType type) {
    int columns = matrices.stream().mapToInt(Matrix::columns).sum();
    INDArray made = Nd4j.create(type, Math.max(1, rows), Math.max(1, columns));
    long first = 0;
    for (Matrix matrix : matrices) {
      write(matrix, made, first, columns);
      first += matrix.columns();
    }
    return made;
  }

  /** Writes the non-zero entries into an array of zeros, without a dense copy on the heap. */
  private static void write(Matrix matrix, INDArray target, long offset, long stride) {
    DataBuffer numbers = target.data();
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        numbers.put(offset + row * stride + matrix.column(e), matrix.value(e));
      }
    }
  }

  /** The biases of several maps on top of each other, [outputs, 1]. */
  static INDArray biases(List<Affine> maps, DataType type) {
    int outputs = maps.stream().mapToInt(Affine::outputs).sum();
    INDArray made = Nd4j.create(type, Math.max(1, outputs), 1);
    DataBuffer numbers = made.data();
    long next = 0;
    for (Affine map : maps) {
      for (int i = 0; i < map.outputs(); i++) {
        numbers.put(next++, map.bias(i));
      }
    }
    return made;
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
