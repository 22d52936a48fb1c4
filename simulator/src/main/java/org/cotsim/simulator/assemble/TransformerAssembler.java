package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Collects embeddings, layers and output scores over named subspaces and builds the model.
 *
 * <p>Declare every subspace of {@link #stream()} before the first {@link #build}.
 */
public final class TransformerAssembler {

  private final Vocabulary vocabulary;
  private final ResidualStream stream = new ResidualStream();
  private final Entries embedding = new Entries();
  private final Entries positions = new Entries();
  private final Entries output = new Entries();
  private final List<LayerAssembler> layers = new ArrayList<>();
  private final List<FedBack> fedBack = new ArrayList<>();
  private int positionCount;

  /** Entries of a matrix over the stream, of which there are millions for a large vocabulary. */
  private static final class Entries {
    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private int size;

    private void add(int row, int column, double value) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        columns = Arrays.copyOf(columns, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      rows[size] = row;
      columns[size] = column;
      values[size++] = value;
    }
  }

  private record FedBack(Subspace from, Subspace to) {}

  public TransformerAssembler(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public ResidualStream stream() {
    return stream;
  }

  /** Lets a token write a number to a coordinate of a subspace. */
  public void embed(int token, Subspace subspace, int i, double value) {
    embedding.add(token, subspace.index(i), value);
  }

  /** Lets a position write a number; the table becomes as long as the largest position asks. */
  public void embedPosition(int position, Subspace subspace, int i, double value) {
    positions.add(position, subspace.index(i), value);
    positionCount = Math.max(positionCount, position + 1);
  }

  /** Appends a layer. */
  public LayerAssembler layer() {
    LayerAssembler layer = new LayerAssembler(stream);
    layers.add(layer);
    return layer;
  }

  /** Appends a layer once more: the same weights. */
  public void repeat(LayerAssembler layer) {
    if (!layers.contains(layer)) {
      throw new IllegalArgumentException("a layer of another model");
    }
    layers.add(layer);
  }

  /** Lets a thought begin with what a subspace held at the end of the position before. */
  public void feedBack(Subspace from, Subspace to) {
    if (from.width() != to.width()) {
      throw new IllegalArgumentException(from.name() + " does not fit into " + to.name());
    }
    fedBack.add(new FedBack(from, to));
  }

  /** Adds {@code weight} times a coordinate to the score of a token. */
  public void score(int token, Subspace subspace, int i, double weight) {
    output.add(token, subspace.index(i), weight);
  }

  /**
   * Builds the model.
   *
   * @param tieTolerance tokens whose scores lie within this distance of the largest are tied
   */
  public Assembly build(double tieTolerance) {
    IdentityHashMap<LayerAssembler, Layer> built = new IdentityHashMap<>();
    Transformer model =
        new Transformer(
            vocabulary,
            matrix(vocabulary.size(), embedding),
            positionCount == 0
                ? new PositionEmbedding.None()
                : new PositionEmbedding.Table(matrix(positionCount, positions)),
            layers.stream()
                .map(layer -> built.computeIfAbsent(layer, LayerAssembler::toLayer))
                .toList(),
            new OutputMap(Affine.linear(matrix(vocabulary.size(), output)), tieTolerance),
            feedback());
    return new Assembly(
        model,
        new Blueprint(stream.subspaces(), layers.stream().map(LayerAssembler::notes).toList()));
  }

  private Optional<Feedback> feedback() {
    if (fedBack.isEmpty()) {
      return Optional.empty();
    }
    Matrix.Builder map = Matrix.builder(stream.width(), stream.width());
    for (FedBack fed : fedBack) {
      for (int i = 0; i < fed.from.width(); i++) {
        map.add(fed.to.index(i), fed.from.index(i), 1);
      }
    }
    return Optional.of(new Feedback(map.build()));
  }

  private Matrix matrix(int rows, Entries entries) {
    Matrix.Builder matrix = Matrix.builder(rows, stream.width());
    for (int i = 0; i < entries.size; i++) {
      matrix.add(entries.rows[i], entries.columns[i], entries.values[i]);
    }
    return matrix.build();
  }
}
