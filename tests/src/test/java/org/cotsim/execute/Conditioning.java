package org.cotsim.execute;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * Whether rounding can change what a model does on a sequence.
 *
 * <p>A sequence is well-conditioned if the definition gives the same tokens, and nearly the same
 * scores, under half and twice every tie tolerance and with the embedding stretched a little: then
 * no score lies near the edge of a tolerance and no layer norm magnifies rounding noise.
 */
record Conditioning(Transformer model, Executor definition, double bound) {

  boolean isGood(int[] tokens) {
    double stretch = 16 * definition.arithmetic().unitRoundoff();
    double[][] scores = scores(model, definition, tokens);
    int[] choices = choices(model, tokens);
    for (Transformer variant :
        List.of(scaled(0.5, 0), scaled(2, 0), scaled(1, stretch), scaled(1, -7 * stretch))) {
      if (!Arrays.equals(choices, choices(variant, tokens))
          || distance(scores, scores(variant, definition, tokens)) > bound / 4) {
        return false;
      }
    }
    return true;
  }

  private int[] choices(Transformer variant, int[] tokens) {
    return definition.choices(variant, new int[][] {tokens}, model.vocabulary().all())[0];
  }

  /** The scores after every position, [length][vocabulary]. */
  static double[][] scores(Transformer model, Executor executor, int[] tokens) {
    double[][] scores = new double[tokens.length][];
    try (Session session = executor.open(model, 1, tokens.length)) {
      for (int i = 0; i < tokens.length; i++) {
        session.append(new int[] {tokens[i]});
        scores[i] = session.scores(0);
      }
    }
    return scores;
  }

  /** The largest difference between two tables of scores. */
  static double distance(double[][] some, double[][] others) {
    double largest = 0;
    for (int i = 0; i < some.length; i++) {
      for (int token = 0; token < some[i].length; token++) {
        largest = Math.max(largest, Math.abs(some[i][token] - others[i][token]));
      }
    }
    return largest;
  }

  private Transformer scaled(double tolerances, double stretch) {
    Matrix.Builder embedding = Matrix.builder(model.embedding().rows(), model.width());
    for (int row = 0; row < model.embedding().rows(); row++) {
      for (int c = 0; c < model.width(); c++) {
        double sign = (row + c) % 2 == 0 ? 1 : -1;
        embedding.add(row, c, model.embedding().get(row, c) * (1 + sign * stretch));
      }
    }
    Affine output = model.output().map();
    return new Transformer(
        model.vocabulary(),
        embedding.build(),
        model.positions(),
        model.layers().stream().map(layer -> scaled(layer, tolerances)).toList(),
        new OutputMap(output, tolerances * model.output().tieTolerance()),
        model.feedback());
  }

  private static Layer scaled(Layer layer, double tolerances) {
    List<Head> heads =
        layer.attention().heads().stream().map(head -> scaled(head, tolerances)).toList();
    return new Layer(new Attention(layer.attention().norm(), heads), layer.feedForward());
  }

  private static Head scaled(Head head, double tolerances) {
    Weighting weighting =
        head.weighting() instanceof Weighting.Saturated saturated
            ? new Weighting.Saturated(tolerances * saturated.tolerance())
            : head.weighting();
    return new Head(head.query(), head.key(), head.value(), head.output(), weighting, head.mask());
  }
}
