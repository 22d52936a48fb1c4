package org.cotsim.simulator.execute.nd4j;

import java.util.function.IntSupplier;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights of one layer, those of all heads stacked so that one product serves them all. */
final class DenseLayer {

  private final Sublayer attention;
  private final Sublayer feedForward;
  private final DenseHeads heads;
  private final boolean decided; // by the token
  private final INDArray stacked; // [queries, keys, values; 1, read]
  private final INDArray outputs; // [changed, values]
  private final int hiddenUnits;
  private final INDArray first; // [1, hidden; 1, read]
  private final INDArray second; // [changed; 1, hidden]
  private final boolean isZero; // the second map

  /** The weights of a layer of a model whose stream has this layout. */
  DenseLayer(Layer layer, int number, StreamLayout layout, int width, DataType type) {
    this.attention =
        new Sublayer(
            layout.attentionNorm(number),
            layout.attentionStart(number),
            layout.feedForwardStart(number),
            layout,
            width,
            type);
    this.feedForward =
        new Sublayer(
            layout.feedForwardNorm(number),
            layout.feedForwardStart(number),
            layout.layerEnd(number),
            layout,
            width,
            type);
    this.heads = new DenseHeads(layer.attention().heads());
    this.decided = number == 0 && layout.decided() > 0;
    this.stacked = DenseArrays.of(heads.maps(layout.attentionNorm(number)), type);
    this.outputs = attention.adds(heads.outputs(width), layout, type);
    FeedForward map = layer.feedForward();
    this.hiddenUnits = map.hidden();
    this.first = DenseArrays.of(one(layout.feedForwardNorm(number).widened(map.first())), type);
    Matrix adds = biased(map, width);
    this.second = feedForward.adds(adds, layout, type);
    this.isZero = adds.nonZeros() == 0;
  }

  /** A map with a row that copies the number 1 before its rows. */
  private static Matrix one(Matrix map) {
    return Matrix.builder(1 + map.rows(), map.columns()).add(0, 0, 1).add(1, 0, map).build();
  }

  /** The second map as a product with {@code 1, hidden}. */
  private static Matrix biased(FeedForward map, int width) {
    Matrix.Builder biased =
        Matrix.builder(width, 1 + map.hidden()).add(0, 1, map.second().matrix());
    for (int row = 0; row < width; row++) {
      biased.add(row, 0, map.second().bias(row));
    }
    return biased.build();
  }

  DenseHeads heads() {
    return heads;
  }

  /** What this layer makes of the stream for its heads: queries, keys and values, [rows, n]. */
  private Rows read(Rows stream, Rows normalised, Workspace workspace, Plan plan) {
    return decided
        ? stream
        : map(attention.read(stream, normalised, workspace, plan), workspace, plan);
  }

  /** Computes the queries, keys and values of all heads of {@code x}, [1 + read, n]. */
  Rows map(INDArray x, Workspace workspace, Plan plan) {
    long n = x.size(1);
    plan.product(stacked, x, workspace.stacked.shaped(heads.rows(), n));
    return new Rows(workspace.stacked, 0, n);
  }

  /**
   * Adds the outputs of all heads to the residual stream.
   *
   * @param stream all rows of the stream
   * @param start the first position of the block, asked for in every run
   */
  void attend(
      Rows stream,
      Rows normalised,
      Memory memory,
      Block block,
      IntSupplier start,
      Workspace workspace,
      Plan plan) {
    if (heads.heads().isEmpty()) {
      return;
    }
    INDArray mixed = workspace.mixed.shaped(heads.valueSize(), block.columns());
    Rows made = read(stream, normalised, workspace, plan);
    memory.mix(made, block, start, workspace, plan);
    plan.addProduct(outputs, mixed, attention.changed(stream));
  }

  /** Adds the feed-forward sublayer to the residual stream. */
  void feedForward(Rows stream, Rows normalised, Workspace workspace, Plan plan) {
    if (isZero) {
      return;
    }
    INDArray changed = feedForward.changed(stream);
    if (hiddenUnits == 0) {
      plan.add(changed, second, changed);
      return;
    }
    INDArray x = feedForward.read(stream, normalised, workspace, plan);
    INDArray hidden = workspace.stacked.shaped(1L + hiddenUnits, stream.columns());
    plan.product(first, x, hidden);
    plan.rectify(hidden);
    plan.addProduct(second, hidden, changed);
  }
}
