package org.cotsim.simulator.export;

import java.util.List;
import org.cotsim.simulator.model.Matrix;

/** Matrices laid out as ONNX multiplies them: row vectors from the left. */
final class Weights {

  private Weights() {}

  /** Matrices of equally many columns, one below the other, transposed: [columns, sum of rows]. */
  static Matrix transposed(List<Matrix> matrices) {
    int rows = matrices.stream().mapToInt(Matrix::rows).sum();
    Matrix.Builder builder = Matrix.builder(matrices.get(0).columns(), rows);
    int offset = 0;
    for (Matrix matrix : matrices) {
      for (int row = 0; row < matrix.rows(); row++) {
        for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
          builder.add(matrix.column(e), offset + row, matrix.value(e));
        }
      }
      offset += matrix.rows();
    }
    return builder.build();
  }

  /** Matrices of equally many rows, one beside the other, transposed: [sum of columns, rows]. */
  static Matrix transposedSideBySide(List<Matrix> matrices) {
    int columns = matrices.stream().mapToInt(Matrix::columns).sum();
    Matrix.Builder builder = Matrix.builder(columns, matrices.get(0).rows());
    int offset = 0;
    for (Matrix matrix : matrices) {
      for (int row = 0; row < matrix.rows(); row++) {
        for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
          builder.add(offset + matrix.column(e), row, matrix.value(e));
        }
      }
      offset += matrix.columns();
    }
    return builder.build();
  }
}
