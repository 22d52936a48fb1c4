package org.cotsim.simulator.execute.nd4j;

import java.lang.ref.WeakReference;
import java.util.List;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The dense weights of a model; those of the last model are kept for the next session.
 *
 * @param embedding [vocabulary, width]
 * @param positions [width, positions], or null
 * @param output [width, vocabulary]
 * @param outputBias [1, vocabulary]
 */
record DenseModel(
    INDArray embedding,
    INDArray positions,
    List<DenseLayer> layers,
    INDArray output,
    INDArray outputBias) {

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
    INDArray positions =
        model.positions() instanceof PositionEmbedding.Table table
            ? Dense.of(table.rows(), type).transpose().dup('c')
            : null;
    return new DenseModel(
        Dense.of(model.embedding(), type),
        positions,
        model.layers().stream().map(layer -> new DenseLayer(layer, model.width(), type)).toList(),
        Dense.of(model.output().map().matrix(), type).transpose().dup('c'),
        Dense.biases(List.of(model.output().map()), type).transpose());
  }

  private record Last(
      WeakReference<Transformer> model, Arithmetic arithmetic, DenseModel weights) {}
}
