package org.cotsim.benchmarks.experiment.currencies;

import java.util.List;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;

/**
 * The multiply-adds of an answer, counted from the weights and the number of tokens.
 *
 * <p>A non-zero weight or bias is one multiply-add. Each token passes once through every
 * application of a layer: the projections of its norms, queries, keys, values, outputs and the
 * feed-forward sublayer. Each head scores every pair of a token and a position that it may see and
 * sums the values: as many multiply-adds per pair as its keys and values have components. The
 * output map is applied once for each token that is emitted, the answer included, and the feedback
 * map, where there is one, for each but the answer. Embeddings are looked up; norms, maxima,
 * additions to the stream and ReLU are not counted. That is what the definition says has to be done
 * with keys and values kept; an executor with an index looks at fewer pairs.
 */
public final class Operations {

  private Operations() {}

  /**
   * The multiply-adds of one answer.
   *
   * @param context the tokens that pass through the layers: all but the last one emitted
   * @param emitted the tokens that are emitted, the answer included
   */
  public static long of(Transformer model, long context, long emitted) {
    long sum = emitted * model.output().map().nonZeros();
    sum += (emitted - 1) * model.feedback().map(fed -> fed.map().nonZeros()).orElse(0);
    for (Layer layer : model.layers()) {
      sum += context * perToken(layer);
      for (Head head : layer.attention().heads()) {
        sum += pairs(head, context) * (head.keySize() + head.valueSize());
      }
    }
    return sum;
  }

  private static long perToken(Layer layer) {
    FeedForward feedForward = layer.feedForward();
    return nonZeros(layer.attention().norm())
        + layer.attention().heads().stream().mapToLong(Head::nonZeros).sum()
        + nonZeros(feedForward.norm())
        + feedForward.first().nonZeros()
        + feedForward.second().nonZeros();
  }

  private static long nonZeros(Norm norm) {
    List<Matrix> projections = norm.projections();
    return projections.stream().mapToLong(Matrix::nonZeros).sum();
  }

  /** The pairs of a token and a position that it sees, over a whole sequence. */
  private static long pairs(Head head, long tokens) {
    long ownOne = head.mask().visible(1);
    return tokens * (tokens - 1) / 2 + ownOne * tokens;
  }
}
