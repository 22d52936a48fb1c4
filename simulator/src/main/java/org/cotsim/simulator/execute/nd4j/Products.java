package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import org.cotsim.simulator.model.Matrix;

/** Products of weights among themselves, made once when a model becomes dense. */
final class Products {

  private Products() {}

  /** {@code a b}, each entry summed in twice the precision and then rounded. */
  static Matrix of(Matrix a, Matrix b) {
    Matrix.Builder product = Matrix.builder(a.rows(), b.columns());
    double[] high = new double[b.columns()];
    double[] low = new double[b.columns()];
    boolean[] touched = new boolean[b.columns()];
    int[] columns = new int[b.columns()];
    for (int row = 0; row < a.rows(); row++) {
      int count = 0;
      for (int e = a.rowStart(row); e < a.rowStart(row + 1); e++) {
        for (int f = b.rowStart(a.column(e)); f < b.rowStart(a.column(e) + 1); f++) {
          int column = b.column(f);
          if (!touched[column]) {
            touched[column] = true;
            columns[count++] = column;
          }
          double term = a.value(e) * b.value(f);
          double sum = high[column] + term;
          double part = sum - high[column];
          low[column] +=
              Math.fma(a.value(e), b.value(f), -term)
                  + (high[column] - (sum - part) + (term - part));
          high[column] = sum;
        }
      }
      for (int i = 0; i < count; i++) {
        int column = columns[i];
        product.add(row, column, high[column] + low[column]);
        high[column] = 0;
        low[column] = 0;
        touched[column] = false;
      }
    }
    return product.build();
  }

  static Matrix identity(int size) {
    Matrix.Builder identity = Matrix.builder(size, size);
    for (int i = 0; i < size; i++) {
      identity.add(i, i, 1);
    }
    return identity.build();
  }

  static Matrix transposed(Matrix matrix) {
    Matrix.Builder transposed = Matrix.builder(matrix.columns(), matrix.rows());
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        transposed.add(matrix.column(e), row, matrix.value(e));
      }
    }
    return transposed.build();
  }

  /**
   * A positive multiple of the matrix whose products have no mean: {@code n M - 1 1^T M} for n
   * rows, or M itself if its columns sum to zero already. Layer norm does not see the factor.
   */
  static Matrix centred(Matrix matrix) {
    double[] sums = new double[matrix.columns()];
    for (int e = 0; e < matrix.nonZeros(); e++) {
      sums[matrix.column(e)] += matrix.value(e);
    }
    if (Arrays.stream(sums).allMatch(sum -> sum == 0)) {
      return matrix;
    }
    Matrix.Builder centred = Matrix.builder(matrix.rows(), matrix.columns());
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        centred.add(row, matrix.column(e), matrix.rows() * matrix.value(e));
      }
      for (int column = 0; column < sums.length; column++) {
        if (sums[column] != 0) {
          centred.add(row, column, -sums[column]);
        }
      }
    }
    return centred.build();
  }
}
