package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What one sublayer reads of the stream, and where it adds what it makes of it. */
final class Sublayer {

  private final DenseNorm norm;
  private final int reads; // the first row
  private final int changes; // the first row
  private final int changed; // rows
  private final int stream;
  private final INDArray projection; // [rows; width, 1] where the stream does not keep it, or null

  /** A sublayer that reads rows from {@code reads} on and changes those from {@code changes} on. */
  Sublayer(DenseNorm norm, int reads, int changes, StreamLayout layout, int width, DataType type) {
    this.norm = norm;
    this.reads = reads;
    this.changes = changes;
    this.stream = layout.stream();
    this.changed = stream + width - changes;
    this.projection = norm.isKept() ? null : DenseArrays.of(withConstants(norm, width), type);
  }

  private static Matrix withConstants(DenseNorm norm, int width) {
    Matrix.Builder all = Matrix.builder(norm.rows(), width + 1).add(0, 0, norm.projection());
    for (int row = 0; row < norm.rows(); row++) {
      all.add(row, width, norm.constant(row));
    }
    return all.build();
  }

  /** What {@code map}, [width, n], adds to the rows that the sublayer changes, [changed, n]. */
  INDArray adds(Matrix map, StreamLayout layout, DataType type) {
    return DenseArrays.of(layout.spread(map, changes), type);
  }

  /** The rows that the sublayer changes. */
  INDArray changed(Rows all) {
    return all.matrix(changes, changed);
  }

  /** Ones and, below them, what the sublayer reads of the stream, [1 + rows, n]. */
  INDArray read(Rows all, Rows normalised, Workspace workspace, Plan plan) {
    Rows read = all.from(reads);
    if (projection != null) {
      INDArray target = workspace.projected.shaped(norm.rows(), all.columns());
      plan.product(projection, all.matrix(stream, projection.size(1)), target);
      read = new Rows(workspace.projected, 0, all.columns());
    }
    norm.divide(read, normalised, workspace, plan);
    return normalised.matrix(0, 1L + norm.rows());
  }
}
