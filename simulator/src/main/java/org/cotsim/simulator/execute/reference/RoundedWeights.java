package org.cotsim.simulator.execute.reference;

import java.util.List;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * The weights of a model as numbers of an arithmetic.
 *
 * <p>Tie tolerances and inverse temperatures are not rounded: they are no weights, and scores are
 * compared exactly.
 */
public final class RoundedWeights {

  private final Arithmetic arithmetic;

  private RoundedWeights(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  /**
   * The model with rounded weights; itself where a {@code double} is a number of the arithmetic.
   *
   * @throws NotFiniteException if a weight is too large for the arithmetic
   */
  public static Transformer of(Transformer model, Arithmetic arithmetic) {
    boolean same = arithmetic.isWide() || arithmetic.equals(Arithmetic.BINARY64);
    return same ? model : new RoundedWeights(arithmetic).rounded(model);
  }

  private Transformer rounded(Transformer model) {
    return new Transformer(
        model.vocabulary(),
        rounded(model.embedding()),
        model.positions() instanceof PositionEmbedding.Table table
            ? new PositionEmbedding.Table(rounded(table.rows()))
            : model.positions(),
        model.layers().stream().map(this::rounded).toList(),
        new OutputMap(rounded(model.output().map()), model.output().tieTolerance()),
        model.feedback().map(fed -> new Feedback(rounded(fed.map()))));
  }

  private Layer rounded(Layer layer) {
    Attention attention = layer.attention();
    FeedForward feedForward = layer.feedForward();
    return new Layer(
        new Attention(
            rounded(attention.norm()), attention.heads().stream().map(this::rounded).toList()),
        new FeedForward(
            rounded(feedForward.norm()),
            rounded(feedForward.first()),
            rounded(feedForward.second())));
  }

  private Norm rounded(Norm norm) {
    if (norm instanceof Norm.Separate separate) {
      return new Norm.Separate(
          separate.tokens(), rounded(separate.own()), rounded(separate.others()));
    }
    List<Matrix> projections = norm.projections().stream().map(this::rounded).toList();
    return switch (projections.size()) {
      case 0 -> norm;
      case 1 -> new Norm.Projected(projections.get(0));
      default -> new Norm.Multi(projections);
    };
  }

  private Head rounded(Head head) {
    return new Head(
        rounded(head.query()),
        rounded(head.key()),
        rounded(head.value()),
        rounded(head.output()),
        head.weighting(),
        head.mask());
  }

  private Affine rounded(Affine map) {
    double[] bias = new double[map.outputs()];
    for (int r = 0; r < bias.length; r++) {
      bias[r] = rounded(map.bias(r));
    }
    return new Affine(rounded(map.matrix()), bias);
  }

  private Matrix rounded(Matrix matrix) {
    return matrix.map(this::rounded);
  }

  private double rounded(double weight) {
    double rounded = arithmetic.round(weight);
    if (Double.isInfinite(rounded)) {
      throw new NotFiniteException("the weight " + weight + " is too large for " + arithmetic);
    }
    return rounded;
  }
}
