package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
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
  private final List<Buffer> all = new ArrayList<>();
  private INDArray ones;
  private INDArray upTo; // [positions, positions]
  private int moves;

  Workspace(DataType type) {
    this.type = type;
    this.stream = buffer(type);
    this.tokens = buffer(type);
    this.embedded = buffer(type);
    this.projected = buffer(type);
    this.perPart = buffer(type);
    this.stacked = buffer(type);
    this.mixed = buffer(type);
    this.products = buffer(type);
    this.weights = buffer(type);
    this.perQuery = buffer(type);
    this.missing = buffer(type);
    this.counts = buffer(type);
    this.totals = buffer(type);
    this.openTotals = buffer(type);
    this.places = buffer(DataType.INT32);
    this.ones = Nd4j.ones(type, 64);
    this.upTo = Nd4j.ones(type, 1, 1);
  }

  private Buffer buffer(DataType of) {
    Buffer buffer = new Buffer(of);
    all.add(buffer);
    return buffer;
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
