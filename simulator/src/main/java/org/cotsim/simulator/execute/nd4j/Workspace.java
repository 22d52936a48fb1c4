package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Buffers for what one block needs; n is batch times positions of a block. */
final class Workspace implements AutoCloseable {

  final Buffer stream; // [rows of the layout, n]
  final Buffer tokens; // [n, vocabulary]
  final Buffer embedded; // [rows of the layout, 1, positions]
  final Buffer projected; // [rows read, n]
  final Buffer perPart; // [parts, n]
  final Buffer stacked; // [queries, keys, values; n], or [1 + hidden, n]
  final Buffer mixed; // [values, n]
  final Buffer products; // [keySize or valueSize, batch, positions, visible]
  final Buffer missing; // [tokens, n]
  final Buffer counts; // [tokens, n]
  final Buffer totals; // [2, n], or [values and their weight, n]
  final Buffer openTotals; // [2, batch], for blocks of one position: the host reads all of it
  final Buffer places; // [values * n, 1], integers
  final Buffer weights; // [batch, positions, visible]
  final Buffer perQuery; // [n]
  final DataType type;
  private final List<Buffer> all;
  private INDArray ones;
  private INDArray upTo; // [positions, positions]
  private int moves;

  Workspace(DataType type) {
    this.type = type;
    this.stream = new Buffer(type);
    this.tokens = new Buffer(type);
    this.embedded = new Buffer(type);
    this.projected = new Buffer(type);
    this.perPart = new Buffer(type);
    this.stacked = new Buffer(type);
    this.mixed = new Buffer(type);
    this.products = new Buffer(type);
    this.weights = new Buffer(type);
    this.perQuery = new Buffer(type);
    this.missing = new Buffer(type);
    this.counts = new Buffer(type);
    this.totals = new Buffer(type);
    this.openTotals = new Buffer(type);
    this.places = new Buffer(DataType.INT32);
    this.all =
        List.of(
            stream,
            tokens,
            embedded,
            projected,
            perPart,
            stacked,
            mixed,
            products,
            missing,
            counts,
            openTotals,
            totals,
            places,
            weights,
            perQuery);
    this.ones = Nd4j.ones(type, 64);
    this.upTo = Nd4j.ones(type, 1, 1);
  }

  /** Where the sums of weights and of positions go. */
  Buffer totals(Block block) {
    return block.isOpen() ? openTotals : totals;
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

  /** Ones on and above the diagonal: a product with it adds up the positions up to each one. */
  INDArray upTo(int positions) {
    if (upTo.size(0) != positions) {
      upTo.close();
      moves++;
      double[] rows = new double[positions * positions];
      for (int row = 0; row < positions; row++) {
        Arrays.fill(rows, row * positions + row, (row + 1) * positions, 1);
      }
      upTo = Nd4j.create(type, positions, positions);
      upTo.data().setData(rows);
    }
    return upTo;
  }

  /** How often any of the memory was replaced: views from before are invalid. */
  int moves() {
    return moves + all.stream().mapToInt(Buffer::moves).sum();
  }

  @Override
  public void close() {
    all.forEach(Buffer::close);
    ones.close();
    upTo.close();
  }
}
