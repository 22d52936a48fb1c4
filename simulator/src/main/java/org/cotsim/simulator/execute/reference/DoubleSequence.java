package org.cotsim.simulator.execute.reference;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * One sequence in up to 53 bits: the definition of the model, position by position.
 *
 * <p>Every operation is rounded to the arithmetic. Sums start at zero and run over ascending
 * indices, one addition after the other, and skip the zeros of weights, which changes no result; a
 * bias is added last, and the outputs of the heads of a layer are summed before they are added to
 * the stream. A saturated head compares scores exactly.
 */
final class DoubleSequence implements Sequence {

  private final Transformer model;
  private final Arithmetic arithmetic;
  private final Observer observer;
  private final List<List<Cache>> caches = new ArrayList<>(); // [layers][heads]
  private int length;
  private double[] scores; // [vocabulary]

  DoubleSequence(Transformer model, Arithmetic arithmetic, Observer observer) {
    this.model = model;
    this.arithmetic = arithmetic;
    this.observer = observer;
    for (Layer layer : model.layers()) {
      caches.add(layer.attention().heads().stream().map(head -> new Cache()).toList());
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public double[] scores() {
    if (scores == null) {
      throw new IllegalStateException("no token has been appended yet");
    }
    return scores;
  }

  @Override
  public void append(int token) {
    double[] stream = new double[model.width()]; // [width]
    addRow(model.embedding(), token, stream);
    if (model.positions() instanceof PositionEmbedding.Table table) {
      addRow(table.rows(), length, stream);
    }
    length++;
    observer.embedded(token, stream);
    for (int l = 0; l < model.layers().size(); l++) {
      attend(l, stream);
      feedForward(model.layers().get(l).feedForward(), stream);
    }
    scores = apply(model.output().map(), stream); // [vocabulary]
  }

  /** Adds the outputs of all heads of a layer, each computed from the same normalised input. */
  private void attend(int layer, double[] stream) {
    List<Head> heads = model.layers().get(layer).attention().heads();
    double[] x = normalise(model.layers().get(layer).attention().norm(), stream); // [normalised]
    double[] sum = new double[stream.length]; // [width]
    for (int h = 0; h < heads.size(); h++) {
      Head head = heads.get(h);
      Cache cache = caches.get(layer).get(h);
      cache.keys.add(apply(head.key(), x)); // [length, keySize]
      cache.values.add(apply(head.value(), x)); // [length, valueSize]
      int visible = head.mask().visible(length);
      double[] weights = cache.weights(visible); // [visible]
      double total = weigh(head, apply(head.query(), x), cache, visible, weights);
      observer.attended(layer, h, weights, visible, total);
      double[] mixed = mix(head, cache, visible, weights, total); // [valueSize]
      addTo(sum, apply(head.output(), mixed));
    }
    addTo(stream, sum);
    observer.added(stream);
  }

  /** Fills in the weights of the visible positions, before division by their sum, and adds them. */
  private double weigh(Head head, double[] query, Cache cache, int visible, double[] weights) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < visible; j++) {
      weights[j] = dot(query, cache.keys.get(j));
      largest = Math.max(largest, weights[j]);
    }
    double total = 0;
    for (int j = 0; j < visible; j++) {
      weights[j] = weight(head.weighting(), weights[j], largest);
      total = arithmetic.add(total, weights[j]);
    }
    return total;
  }

  /** The mean of the visible values under these weights; zero where nothing is visible. */
  private double[] mix(Head head, Cache cache, int visible, double[] weights, double total) {
    double[] mixed = new double[head.valueSize()];
    if (visible == 0) {
      return mixed;
    }
    for (int j = 0; j < visible; j++) {
      if (weights[j] != 0) {
        addScaled(mixed, weights[j], cache.values.get(j));
      }
    }
    for (int c = 0; c < mixed.length; c++) {
      mixed[c] = arithmetic.divide(mixed[c], total);
    }
    return mixed;
  }

  /** The weight of a score before division by the sum of all weights. */
  private double weight(Weighting weighting, double score, double largest) {
    if (weighting instanceof Weighting.Saturated saturated) {
      return score >= largest - saturated.tolerance() ? 1 : 0;
    }
    double beta = arithmetic.round(((Weighting.Softmax) weighting).inverseTemperature());
    return arithmetic.exp(arithmetic.multiply(beta, arithmetic.add(score, -largest)));
  }

  private void feedForward(FeedForward sublayer, double[] stream) {
    double[] x = normalise(sublayer.norm(), stream); // [normalised]
    double[] hidden = apply(sublayer.first(), x); // [hidden]
    for (int u = 0; u < hidden.length; u++) {
      hidden[u] = Math.max(0, hidden[u]);
    }
    addTo(stream, apply(sublayer.second(), hidden)); // [width]
    observer.added(stream);
  }

  /** What a sublayer reads of the residual stream. */
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

  private double[] apply(Affine map, double[] x) {
    double[] y = apply(map.matrix(), x);
    for (int r = 0; r < y.length; r++) {
      y[r] = arithmetic.add(y[r], map.bias(r));
    }
    return y;
  }

  private double[] apply(Matrix matrix, double[] x) {
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

  private double dot(double[] x, double[] y) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum = arithmetic.add(sum, arithmetic.multiply(x[c], y[c]));
    }
    return sum;
  }

  private void addScaled(double[] sum, double weight, double[] value) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] = arithmetic.add(sum[c], arithmetic.multiply(weight, value[c]));
    }
  }

  private void addTo(double[] sum, double[] addend) {
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

  /** The keys and values of one head at the positions so far. */
  private static final class Cache {
    private final List<double[]> keys = new ArrayList<>(); // [length][keySize]
    private final List<double[]> values = new ArrayList<>(); // [length][valueSize]
    private double[] weights = new double[16]; // scratch, at least [visible]

    double[] weights(int visible) {
      if (weights.length < visible) {
        weights = new double[2 * visible];
      }
      return weights;
    }
  }
}
