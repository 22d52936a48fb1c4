package org.cotsim.simulator.execute.nd4j;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Buffers for what lives for one operation or two; n is batch times positions of a block. */
final class Workspace implements AutoCloseable {

  final Buffer projected; // [rows read, n]
  final Buffer perPart; // [parts, n]
  final Buffer stacked; // [queries, keys, values; n], or [1 + hidden, n]
  final Buffer mixed; // [values, n]
  final Buffer products; // [keySize or valueSize, batch, positions, visible]
  final Buffer weights; // [batch, positions, visible]
  final Buffer perQuery; // [n]
  final DataType type;
  private final List<Buffer> all;
  private INDArray ones;
  private int moves;

  Workspace(DataType type) {
    this.type = type;
    this.projected = new Buffer(type);
    this.perPart = new Buffer(type);
    this.stacked = new Buffer(type);
    this.mixed = new Buffer(type);
    this.products = new Buffer(type);
    this.weights = new Buffer(type);
    this.perQuery = new Buffer(type);
    this.all = List.of(projected, perPart, stacked, mixed, products, weights, perQuery);
    this.ones = Nd4j.ones(type, 64);
  }

  /** A vector of ones: a product with it is a sum. */
  INDArray ones(long length) {
    if (length > ones.length()) {
      ones.close();
      moves++;
      ones = Nd4j.ones(type, 2 * length);
    }
    return Views.of(ones, 0, new long[] {length}, new long[] {1});
  }

  /** How often any of the memory was replaced: views from before are invalid. */
  int moves() {
    return moves + all.stream().mapToInt(Buffer::moves).sum();
  }

  @Override
  public void close() {
    all.forEach(Buffer::close);
    ones.close();
  }
}
