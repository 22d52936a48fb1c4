package org.cotsim.simulator.execute.nd4j;

import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer norm of one or several projections at once.
 *
 * <p>The projections are centred beforehand and stacked with rows of zeros between them, so that
 * all parts are equally long and one operation divides each by its length. The last row of a part
 * is a constant, the least number whose square is normal: next to it every length stays the same,
 * but a part of zeros is divided by it and stays zero.
 */
final class DenseNorm {

  private final boolean projected;
  private final Matrix projection; // [rows, width]
  private final int parts;
  private final int size; // rows of a part
  private final int[] places; // the row of each component of what the sublayer reads
  private final double least;

  DenseNorm(Norm norm, int width, DataType type) {
    this.projected = !norm.projections().isEmpty();
    List<Matrix> read =
        projected
            ? norm.projections().stream().filter(matrix -> matrix.rows() > 0).toList()
            : List.of(Products.identity(width));
    this.parts = Math.max(1, read.size());
    this.size = 1 + read.stream().mapToInt(Matrix::rows).max().orElse(0);
    this.places = new int[norm.outputs(width)];
    this.least = Math.sqrt(DenseArrays.leastNormal(type));
    Matrix.Builder stacked = Matrix.builder(rows(), width);
    int next = 0;
    for (int part = 0; part < read.size(); part++) {
      Matrix centred = Products.centred(read.get(part));
      stacked.add(part * size, 0, centred);
      for (int row = 0; row < centred.rows(); row++) {
        places[next++] = part * size + row;
      }
    }
    this.projection = stacked.build();
  }

  /** Whether the stream keeps what is read beside it: it does if that is a projection. */
  boolean isKept() {
    return projected;
  }

  /** The rows of what is read, those of zeros and constants included. */
  int rows() {
    return parts * size;
  }

  /** What is read as a product with the residual stream, but for the constants; [rows, width]. */
  Matrix projection() {
    return projection;
  }

  /** The constant that a row has beside its product, zero but for the last row of a part. */
  double constant(int row) {
    return row % size == size - 1 ? least : 0;
  }

  /** What the sublayer reads of some vectors, before the division; [rows, vectors]. */
  Matrix read(Matrix vectors) {
    Matrix products = Products.of(projection, Products.transposed(vectors));
    Matrix.Builder all = Matrix.builder(rows(), vectors.rows()).add(0, 0, products);
    for (int row = 0; row < rows(); row++) {
      for (int vector = 0; vector < vectors.rows(); vector++) {
        all.add(row, vector, constant(row));
      }
    }
    return all.build();
  }

  /** An affine map of what the sublayer reads as a product with {@code 1, rows}. */
  Matrix widened(Affine map) {
    Matrix.Builder wide = Matrix.builder(map.outputs(), 1 + rows());
    for (int row = 0; row < map.outputs(); row++) {
      wide.add(row, 0, map.bias(row));
      for (int e = map.matrix().rowStart(row); e < map.matrix().rowStart(row + 1); e++) {
        wide.add(row, 1 + places[map.matrix().column(e)], map.matrix().value(e));
      }
    }
    return wide.build();
  }

  /**
   * Divides every part by its length.
   *
   * @param read [rows, n]
   * @param normalised [1 + rows, n]: the rows after the first are filled
   */
  void divide(Rows read, Rows normalised, Workspace workspace, Plan plan) {
    long n = read.columns();
    INDArray lengths = workspace.perPart.shaped(parts, n);
    INDArray x = read.shaped(0, parts, size, n);
    plan.lengths(x, lengths);
    plan.divide(x, workspace.perPart.at(0, parts, 1, n), normalised.shaped(1, parts, size, n));
  }
}
