package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The rows of the residual stream h and of what stands beside it: first what the first layer's
 * heads make of a token if the token alone decides that, then for every sublayer that reads
 * projections of h those projections, then h, then ones.
 *
 * <p>Projections are linear: where a sublayer adds {@code W x} to h, a projection M of h grows by
 * {@code M W x}. So one product, with W and every {@code M W} that is still to be read, serves the
 * stream and all its readers, and no reader needs a product of its own.
 */
final class StreamLayout {

  private final int width;
  private final List<DenseNorm> norms = new ArrayList<>(); // two per layer, in order
  private final List<Integer> starts = new ArrayList<>();
  private final int decided;
  private final int stream;

  StreamLayout(Transformer model, DataType type) {
    this.width = model.width();
    this.decided = decidedByToken(model);
    int next = decided;
    for (Layer layer : model.layers()) {
      DenseNorm attention = new DenseNorm(layer.attention().norm(), width, type);
      DenseNorm feedForward = new DenseNorm(layer.feedForward().norm(), width, type);
      boolean attends = !layer.attention().heads().isEmpty() && (decided == 0 || !norms.isEmpty());
      next = place(attention, attends, next);
      next = place(feedForward, layer.feedForward().hidden() > 0, next);
    }
    this.stream = next;
  }

  private int place(DenseNorm norm, boolean isRead, int start) {
    norms.add(norm);
    starts.add(start);
    return isRead && norm.isKept() ? start + norm.rows() : start;
  }

  /** The rows that a token decides for the heads of the first layer, or 0 if positions matter. */
  static int decidedByToken(Transformer model) {
    if (!TokenHeads.areDecided(model)) {
      return 0;
    }
    return TokenHeads.serve(model)
        ? TokenHeads.rows(model)
        : DenseHeads.rows(model.layers().get(0).attention().heads());
  }

  DenseNorm attentionNorm(int layer) {
    return norms.get(2 * layer);
  }

  DenseNorm feedForwardNorm(int layer) {
    return norms.get(2 * layer + 1);
  }

  /** Where the rows begin that the attention of a layer reads, and those that it may change end. */
  int attentionStart(int layer) {
    return starts.get(2 * layer);
  }

  int feedForwardStart(int layer) {
    return starts.get(2 * layer + 1);
  }

  /** Where the rows begin that are read after a layer. */
  int layerEnd(int layer) {
    return 2 * layer + 2 < starts.size() ? starts.get(2 * layer + 2) : stream;
  }

  /** Rows that the tokens decide: what the heads of the first layer are to know of them. */
  int decided() {
    return decided;
  }

  /** Where the residual stream begins. */
  int stream() {
    return stream;
  }

  /** The most rows that a sublayer reads. */
  int mostRead() {
    return norms.stream().mapToInt(DenseNorm::rows).max().orElse(0);
  }

  /** All rows. */
  int rows() {
    return stream + width + 1;
  }

  /**
   * What a sublayer that adds {@code map} to the stream adds to the rows from one on, up to the end
   * of the stream.
   *
   * @param map [width, n]
   */
  Matrix spread(Matrix map, int from) {
    Matrix.Builder all = Matrix.builder(stream + width - from, map.columns());
    for (int i = 0; i < norms.size(); i++) {
      if (starts.get(i) >= from && isPlaced(i)) {
        all.add(starts.get(i) - from, 0, Products.of(norms.get(i).projection(), map));
      }
    }
    all.add(stream - from, 0, map);
    return all.build();
  }

  /**
   * The rows from {@code from} on for some vectors of the stream, [vectors, rows], no constants.
   */
  Matrix read(Matrix vectors) {
    return Products.transposed(spread(Products.transposed(vectors), 0));
  }

  /** The constants of all rows. */
  double[] constants() {
    double[] constants = new double[rows()];
    for (int i = 0; i < norms.size(); i++) {
      for (int row = 0; isPlaced(i) && row < norms.get(i).rows(); row++) {
        constants[starts.get(i) + row] = norms.get(i).constant(row);
      }
    }
    constants[rows() - 1] = 1;
    return constants;
  }

  private boolean isPlaced(int norm) {
    int end = norm + 1 < starts.size() ? starts.get(norm + 1) : stream;
    return end > starts.get(norm);
  }
}
