package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.NotCarriedException;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The heads of a first layer where the token alone decides queries, keys and values: all positions
 * with one token share score and value, so that it matters how often each token occurred, not
 * where.
 *
 * @param tokens of the vocabulary
 * @param values of each head and, below them, ones, all negated, [values + 1, tokens]
 */
record TokenHeads(int tokens, List<DenseHead> heads, List<INDArray> values) {

  /** Beyond it tokens may take longer than positions. */
  private static final int MOST_ROWS = 512;

  /** Whether the token alone decides what the first layer makes of it for its heads. */
  static boolean areDecided(Transformer model) {
    return !(model.positions() instanceof PositionEmbedding.Table) && !model.layers().isEmpty();
  }

  /** Whether the first layer of a model has such heads, and the vocabulary is small. */
  static boolean serve(Transformer model) {
    return areDecided(model) && rows(model) <= MOST_ROWS;
  }

  /** The layers of a model whose heads look at positions. */
  static Stream<Layer> layersByPosition(Transformer model) {
    return model.layers().stream().skip(serve(model) ? 1 : 0);
  }

  /** The rows of what is known of a token: which one it is, and its scores for each head. */
  static int rows(Transformer model) {
    int heads = model.layers().get(0).attention().heads().size();
    return heads == 0 ? 0 : model.vocabulary().size() * (1 + heads);
  }

  /**
   * These heads, for known queries, keys and values of all tokens.
   *
   * @param made [queries, keys, values; tokens]
   * @param known what is known of every token, [tokens, rows]: its first rows are filled
   * @throws NotCarriedException if a score is not finite
   */
  static TokenHeads of(DenseHeads all, Rows made, INDArray known, DataType type) {
    int tokens = (int) made.columns();
    List<INDArray> values = new ArrayList<>();
    for (int token = 0; token < tokens; token++) {
      known.data().put(token * known.size(1) + token, 1);
    }
    for (DenseHead head : all.heads()) {
      fill(scores(head, all, made, type), known, tokens * (1 + values.size()));
      values.add(values(head, all, made, type));
    }
    return new TokenHeads(tokens, all.heads(), values);
  }

  /** The scores of all keys for all queries, [keys][queries]. */
  private static double[][] scores(DenseHead head, DenseHeads all, Rows made, DataType type) {
    int size = head.head().keySize();
    INDArray queries = made.matrix(head.firstKey(), size);
    INDArray keys = made.matrix((long) all.keySize() + head.firstKey(), size);
    int tokens = (int) made.columns();
    try (Plan plan = new Plan(OperationTimes.NONE);
        INDArray products = Nd4j.create(type, tokens, tokens)) {
      plan.product(keys.transpose(), queries, products);
      plan.run();
      double[][] scores = new double[tokens][];
      Arrays.setAll(scores, key -> Views.row(products, key));
      return scores;
    }
  }

  private static void fill(double[][] scores, INDArray known, int from) {
    for (int key = 0; key < scores.length; key++) {
      for (int query = 0; query < scores.length; query++) {
        if (!Double.isFinite(scores[key][query])) {
          throw new NotCarriedException(
              "nd4j cannot carry a score of the first layer that is not finite; the reference"
                  + " executor can, where no sequence has both tokens");
        }
        known.data().put(query * known.size(1) + from + key, scores[key][query]);
      }
    }
  }

  private static INDArray values(DenseHead head, DenseHeads all, Rows made, DataType type) {
    int size = head.head().valueSize();
    INDArray copied = made.matrix(2L * all.keySize() + head.firstValue(), size);
    INDArray values = Nd4j.create(type, size + 1, made.columns());
    for (int row = 0; row <= size; row++) {
      for (int token = 0; token < made.columns(); token++) {
        double value = row < size ? copied.getDouble(row, token) : 1;
        values.data().put(row * made.columns() + token, -value);
      }
    }
    return values;
  }
}
