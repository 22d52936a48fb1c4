package org.cotsim.simulator.execute.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A range of the rows of a matrix that lies at the start of a buffer.
 *
 * @param buffer the matrix
 * @param first the first row
 * @param columns of the matrix
 */
record Rows(Buffer buffer, long first, long columns) {

  /** Some of the rows, from one on, [count, columns]. */
  INDArray matrix(long from, long count) {
    return shaped(from, count, columns);
  }

  /** Some of the rows, from one on, under another shape. */
  INDArray shaped(long from, long... shape) {
    return buffer.at((first + from) * columns, shape);
  }

  /** The rows from one on. */
  Rows from(long row) {
    return new Rows(buffer, first + row, columns);
  }
}
