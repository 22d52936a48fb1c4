package org.cotsim.simulator.execute;

import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * The operations of the definition that concern one position: norms, linear maps, feed-forward.
 *
 * <p>Every operation is rounded to the arithmetic. Sums start at zero and run over ascending
 * indices, one addition after the other, and skip the zeros of weights, which changes no result; a
 * bias is added last.
 *
 * @param arithmetic of every operation
 */
public record PositionWise(Arithmetic arithmetic) {

  /** The residual stream before the first layer, [width]. */
  public double[] embed(Transformer model, int token, int position) {
    double[] stream = new double[model.width()];
    addRow(model.embedding(), token, stream);
    if (model.positions() instanceof PositionEmbedding.Table table) {
      addRow(table.rows(), position, stream);
    }
    return stream;
  }

  /**
   * Adds what a token takes over from the position before, if it is a thought.
   *
   * @param before the residual stream after the last layer there, [width]; zeros if there is none
   */
  public void feedBack(Transformer model, int token, double[] before, double[] stream) {
    if (model.isThought(token)) {
      addTo(stream, apply(model.feedback().orElseThrow().map(), before));
    }
  }

  /** The weight of a score before division by the sum of all weights. */
  public double weight(Weighting weighting, double score, double largest) {
    if (weighting instanceof Weighting.Saturated saturated) {
      return score >= largest - saturated.tolerance() ? 1 : 0;
    }
    double beta = arithmetic.round(((Weighting.Softmax) weighting).inverseTemperature());
    return arithmetic.exp(arithmetic.multiply(beta, arithmetic.add(score, -largest)));
  }

  /** Adds what a feed-forward sublayer writes to the residual stream. */
  public void feedForward(FeedForward sublayer, int token, double[] stream) {
    double[] x = normalise(sublayer.norm(), token, stream); // [normalised]
    double[] hidden = apply(sublayer.first(), x); // [hidden]
    for (int u = 0; u < hidden.length; u++) {
      hidden[u] = Math.max(0, hidden[u]);
    }
    addTo(stream, apply(sublayer.second(), hidden)); // [width]
  }

  /** What a sublayer reads of the residual stream at a position with this token. */
  public double[] normalise(Norm norm, int token, double[] stream) {
    return normalise(norm.of(token), stream);
  }

  private double[] normalise(Norm norm, double[] stream) {
    if (norm instanceof Norm.Standard) {
      return layerNorm(stream);
    }
    double[] x = new double[norm.outputs(stream.length)];
    int filled = 0;
    for (Matrix projection : norm.projections()) {
      double[] part = layerNorm(apply(projection, stream));
      System.arraycopy(part, 0, x, filled, part.length);
      filled += part.length;
    }
    return x;
  }

  private double[] layerNorm(double[] v) {
    double sum = 0;
    for (double component : v) {
      sum = arithmetic.add(sum, component);
    }
    double mean = arithmetic.divide(sum, arithmetic.round(v.length));
    double[] centred = new double[v.length];
    double squares = 0;
    for (int c = 0; c < v.length; c++) {
      centred[c] = arithmetic.add(v[c], -mean);
      squares = arithmetic.add(squares, arithmetic.multiply(centred[c], centred[c]));
    }
    double norm = arithmetic.sqrt(squares);
    if (norm != 0) {
      for (int c = 0; c < v.length; c++) {
        centred[c] = arithmetic.divide(centred[c], norm);
      }
    }
    return centred;
  }

  /** {@code A x + b}. */
  public double[] apply(Affine map, double[] x) {
    double[] y = apply(map.matrix(), x);
    for (int r = 0; r < y.length; r++) {
      y[r] = arithmetic.add(y[r], map.bias(r));
    }
    return y;
  }

  /** {@code A x}. */
  public double[] apply(Matrix matrix, double[] x) {
    double[] y = new double[matrix.rows()];
    for (int r = 0; r < y.length; r++) {
      double sum = 0;
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        sum = arithmetic.add(sum, arithmetic.multiply(matrix.value(e), x[matrix.column(e)]));
      }
      y[r] = sum;
    }
    return y;
  }

  /** The product of two vectors. */
  public double dot(double[] x, double[] y) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum = arithmetic.add(sum, arithmetic.multiply(x[c], y[c]));
    }
    return sum;
  }

  /** Adds a multiple of a vector to a sum. */
  public void addScaled(double[] sum, double weight, double[] value) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] = arithmetic.add(sum[c], arithmetic.multiply(weight, value[c]));
    }
  }

  /** Adds a vector to a sum. */
  public void addTo(double[] sum, double[] addend) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] = arithmetic.add(sum[c], addend[c]);
    }
  }

  private void addRow(Matrix matrix, int row, double[] sum) {
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      int column = matrix.column(e);
      sum[column] = arithmetic.add(sum[column], matrix.value(e));
    }
  }
}
