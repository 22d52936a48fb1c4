package org.cotsim.simulator.execute.nd4j;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The dense weights of a model; those of the last model are kept for the next session.
 *
 * @param embedding the first rows of the stream for every token, [vocabulary, rows]
 * @param positions what a position adds to them, [rows, positions], or null
 * @param counting the heads of the first layer, if they only need to know how often tokens occurred
 * @param oneHot one-hot vectors of a small vocabulary, [vocabulary, vocabulary]: many columns of
 *     the stream at once are a product with them
 * @param output scores as a product with the stream and ones, [width + 1, vocabulary]
 */
record DenseModel(
    StreamLayout layout,
    INDArray embedding,
    INDArray positions,
    List<DenseLayer> layers,
    Optional<TokenHeads> counting,
    Optional<INDArray> oneHot,
    INDArray output) {

  /** Up to here a product with one-hot vectors is faster than writing columns one by one. */
  private static final int FEW_TOKENS = 96;

  private static Last last = new Last(new WeakReference<>(null), Arithmetic.BINARY64, null);

  /** The weights of this model, built unless it is the model that was asked for last. */
  static synchronized DenseModel of(Transformer model, Arithmetic arithmetic) {
    if (!last.model.refersTo(model) || !last.arithmetic.equals(arithmetic)) {
      last =
          new Last(new WeakReference<>(null), arithmetic, null); // lets go of the old weights first
      DenseModel made = build(model, Backend.type(arithmetic));
      last = new Last(new WeakReference<>(model), arithmetic, made);
    }
    return last.weights;
  }

  private static DenseModel build(Transformer model, DataType type) {
    StreamLayout layout = new StreamLayout(model, type);
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      layers.add(new DenseLayer(model.layers().get(l), l, layout, model.width(), type));
    }
    INDArray positions =
        model.positions() instanceof PositionEmbedding.Table table
            ? DenseArrays.of(
                    layout.read(table.rows()).resized(table.rows().rows(), layout.rows()), type)
                .transpose()
                .dup('c')
            : null;
    INDArray embedding = embedding(model, layout, type);
    Optional<TokenHeads> counting =
        layout.decided() > 0
            ? decide(embedding, layout, layers.get(0), model, type)
            : Optional.empty();
    return new DenseModel(
        layout,
        embedding,
        positions,
        layers,
        counting,
        oneHot(embedding, type),
        DenseArrays.of(withBias(model.output().map()), type).transpose().dup('c'));
  }

  private static Matrix withBias(Affine map) {
    Matrix.Builder all = Matrix.builder(map.outputs(), map.inputs() + 1).add(0, 0, map.matrix());
    for (int row = 0; row < map.outputs(); row++) {
      all.add(row, map.inputs(), map.bias(row));
    }
    return all.build();
  }

  /** Empty also where a row is not finite: in a product it would spoil all others. */
  private static Optional<INDArray> oneHot(INDArray embedding, DataType type) {
    int tokens = (int) embedding.size(0);
    boolean serves =
        tokens <= FEW_TOKENS && Arrays.stream(Views.all(embedding)).allMatch(Double::isFinite);
    return serves ? Optional.of(DenseArrays.of(Products.identity(tokens), type)) : Optional.empty();
  }

  /** What a layer keeps of the positions of a batch, empty so far. */
  Memory memory(int layer, int batch, DataType type) {
    return layer == 0 && counting.isPresent()
        ? new TokenCounts(counting.get(), batch, type)
        : new Cache(layers.get(layer).heads(), batch, type);
  }

  private static INDArray embedding(Transformer model, StreamLayout layout, DataType type) {
    int tokens = model.vocabulary().size();
    INDArray rows =
        DenseArrays.of(layout.read(model.embedding()).resized(tokens, layout.rows()), type);
    double[] constants = layout.constants();
    for (int row = 0; row < constants.length; row++) {
      if (constants[row] != 0) {
        DenseArrays.fillColumn(rows, row, constants[row]);
      }
    }
    return rows;
  }

  /** Computes, once for every token, what the heads of the first layer make of it. */
  private static Optional<TokenHeads> decide(
      INDArray rows, StreamLayout layout, DenseLayer first, Transformer model, DataType type) {
    DenseNorm norm = layout.attentionNorm(0);
    long tokens = rows.size(0);
    try (Workspace workspace = new Workspace(type);
        Buffer read = new Buffer(type);
        Buffer normalised = new Buffer(type);
        INDArray known = DenseArrays.of(norm.read(model.embedding()), type);
        Plan plan = new Plan(OperationTimes.NONE)) {
      read.shaped(norm.rows(), tokens).assign(known);
      INDArray x = normalised.shaped(1L + norm.rows(), tokens);
      normalised.at(0, tokens).assign(1);
      norm.divide(new Rows(read, 0, tokens), new Rows(normalised, 0, tokens), workspace, plan);
      Rows made = first.map(x, workspace, plan);
      plan.run();
      if (TokenHeads.serve(model)) {
        return Optional.of(TokenHeads.of(first.heads(), made, rows, type));
      }
      long decided = layout.decided();
      Views.of(rows, 0, new long[] {tokens, decided}, new long[] {rows.size(1), 1})
          .assign(made.matrix(0, decided).transpose());
      return Optional.empty();
    }
  }

  private record Last(
      WeakReference<Transformer> model, Arithmetic arithmetic, DenseModel weights) {}
}
