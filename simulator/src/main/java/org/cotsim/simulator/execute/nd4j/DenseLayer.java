package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights of one layer, those of all heads stacked so that one product serves them all. */
final class DenseLayer {

  private final List<DenseHead> heads = new ArrayList<>();
  private final int keySize;
  private final int valueSize;
  private final DenseNorm attentionNorm;
  private final INDArray stacked; // [queries, keys, values; normalised]
  private final INDArray stackedBias; // [queries, keys, values; 1]
  private final INDArray outputs; // [width, values]
  private final DenseNorm feedForwardNorm;
  private final int hiddenUnits;
  private final INDArray first; // [hidden, normalised]
  private final INDArray firstBias; // [hidden, 1]
  private final INDArray second; // [width, hidden]
  private final INDArray secondBias; // [width, 1]

  DenseLayer(Layer layer, int width, DataType type) {
    List<Head> all = layer.attention().heads();
    int keys = 0;
    int values = 0;
    for (Head head : all) {
      heads.add(new DenseHead(head, keys, values));
      keys += head.keySize();
      values += head.valueSize();
    }
    this.keySize = keys;
    this.valueSize = values;
    this.attentionNorm = new DenseNorm(layer.attention().norm(), width, type);
    List<Affine> maps = new ArrayList<>(all.stream().map(Head::query).toList());
    maps.addAll(all.stream().map(Head::key).toList());
    maps.addAll(all.stream().map(Head::value).toList());
    int read = layer.attention().norm().outputs(width);
    this.stacked = Dense.stack(maps.stream().map(Affine::matrix).toList(), read, type);
    this.stackedBias = Dense.biases(maps, type);
    this.outputs = Dense.besides(all.stream().map(Head::output).toList(), width, type);
    FeedForward feedForward = layer.feedForward();
    this.feedForwardNorm = new DenseNorm(feedForward.norm(), width, type);
    this.hiddenUnits = feedForward.hidden();
    this.first = Dense.of(feedForward.first().matrix(), type);
    this.firstBias = Dense.biases(List.of(feedForward.first()), type);
    this.second = Dense.of(feedForward.second().matrix(), type);
    this.secondBias = Dense.biases(List.of(feedForward.second()), type);
  }

  /** An empty cache for the keys and values of this layer. */
  Cache cache(int batch, DataType type) {
    return new Cache(keySize, valueSize, batch, type);
  }

  /**
   * Adds the outputs of all heads to the residual stream.
   *
   * @param stream [width, n]
   * @param start the first position of the block, asked for in every run
   */
  void attend(
      INDArray stream,
      Cache cache,
      Block block,
      IntSupplier start,
      Workspace workspace,
      Plan plan) {
    if (heads.isEmpty()) {
      return;
    }
    long n = block.columns();
    INDArray x = attentionNorm.apply(stream, workspace, plan);
    INDArray all = workspace.stacked.shaped(2L * keySize + valueSize, n);
    plan.product(stacked, x, all);
    plan.add(all, stackedBias, all);
    int batch = block.batch();
    int positions = block.positions();
    INDArray fresh =
        workspace.stacked.at(keySize * n, (long) keySize + valueSize, batch, 1, positions);
    plan.then("cache write", () -> cache.write(start.getAsInt(), positions, fresh));
    INDArray mixed = workspace.mixed.shaped(valueSize, n);
    for (DenseHead head : heads) {
      head.mix(cache, block, workspace, plan);
    }
    plan.addProduct(outputs, mixed, stream);
  }

  /** Adds the feed-forward sublayer to the residual stream, [width, n]. */
  void feedForward(INDArray stream, Workspace workspace, Plan plan) {
    if (hiddenUnits == 0) {
      plan.add(stream, secondBias, stream);
      return;
    }
    INDArray x = feedForwardNorm.apply(stream, workspace, plan);
    INDArray hidden = workspace.stacked.shaped(first.size(0), stream.size(1));
    plan.product(first, x, hidden);
    plan.add(hidden, firstBias, hidden);
    plan.rectify(hidden);
    plan.addProduct(second, hidden, stream);
    plan.add(stream, secondBias, stream);
  }
}
