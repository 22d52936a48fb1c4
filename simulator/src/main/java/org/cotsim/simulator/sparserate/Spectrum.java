package org.cotsim.simulator.sparserate;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix; every decomposition of this package is
 * one of these.
 *
 * @param values [n], ascending
 * @param vectors [n, n], an eigenvector in each column, in the order of the values
 */
record Spectrum(INDArray values, INDArray vectors) {

  /** Of a symmetric matrix [n, n], which is left as it is. */
  static Spectrum of(INDArray symmetric) {
    INDArray vectors = symmetric.dup();
    INDArray values = Nd4j.create(DataType.DOUBLE, symmetric.rows());
    int failed = Nd4j.getBlasWrapper().lapack().syev('V', 'U', vectors, values);
    if (failed != 0) {
      throw new ArithmeticException("no eigenvalues were found: LAPACK's syev ends with " + failed);
    }
    return new Spectrum(values, vectors);
  }

  /** Of the Gram matrix of the rows of a matrix [n, m]. */
  static Spectrum ofRows(INDArray matrix) {
    return of(matrix.mmul(matrix.transpose()));
  }

  double smallest() {
    return values.getDouble(0);
  }

  double largest() {
    return values.getDouble(values.length() - 1);
  }

  /** The eigenvectors of the largest eigenvalues, [n, count], the largest first. */
  INDArray leading(int count) {
    INDArray made = Nd4j.create(DataType.DOUBLE, vectors.rows(), count);
    for (int i = 0; i < count; i++) {
      made.putColumn(i, vectors.getColumn(vectors.columns() - 1 - i));
    }
    return made;
  }

  /** The matrix with the same eigenvectors and a function of the eigenvalues, [n, n]. */
  INDArray map(DoubleUnaryOperator function) {
    double[] mapped = values.toDoubleVector();
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.applyAsDouble(mapped[i]);
    }
    return vectors.mulRowVector(Nd4j.createFromArray(mapped)).mmul(vectors.transpose());
  }

  /** The sum of a function over the eigenvalues. */
  double sum(DoubleUnaryOperator function) {
    double sum = 0;
    for (double value : values.toDoubleVector()) {
      sum += function.applyAsDouble(value);
    }
    return sum;
  }

  /** The nearest matrix with orthonormal columns, of a matrix [n, m] of rank m. */
  static INDArray orthonormalised(INDArray matrix) {
    return matrix.mmul(ofRows(matrix.transpose()).map(value -> 1 / Math.sqrt(value)));
  }
}
