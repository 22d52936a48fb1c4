package org.cotsim.simulator.manifold;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Weighting;

/**
 * Runs a point transformer in binary64, layer by layer, position by position.
 *
 * <p>It sees matrices and points only. In the last layer nothing but the last position is computed,
 * for nothing else is read any more. Not safe for threads: it keeps its streams from call to call.
 */
public final class PointExecutor {

  private final PointTransformer model;
  private final SparseMap embedding;
  private final List<FastLayer> layers;
  private final SparseMap output;
  private final double[][] start; // [positions][width]
  private final double[][] streams; // [positions][width]
  private double[] weights = {}; // of the head that ran last, at the last position

  private record FastLayer(List<FastHead> heads, SparseMap first, SparseMap second) {}

  private record FastHead(
      Head head, SparseMap query, SparseMap key, SparseMap value, SparseMap output) {}

  /** An executor of this model. */
  public PointExecutor(PointTransformer model) {
    this.model = model;
    this.embedding = new SparseMap(Affine.linear(model.embedding()));
    this.layers = model.layers().stream().map(PointExecutor::fast).toList();
    this.output = new SparseMap(model.output());
    this.start = model.positions().toDense();
    this.streams = new double[start.length][model.width()];
  }

  /** The value of the transformer at a point, [ambient]. */
  public double value(double[] point) {
    if (point.length != model.ambient()) {
      throw new IllegalArgumentException(
          "a point of " + point.length + " coordinates, expected " + model.ambient());
    }
    double[] embedded = embedding.of(point);
    for (int p = 0; p < streams.length; p++) {
      System.arraycopy(start[p], 0, streams[p], 0, start[p].length);
      embedding.addRows(streams[p], embedded);
    }
    for (int l = 0; l < layers.size(); l++) {
      run(layers.get(l), l == layers.size() - 1 ? streams.length - 1 : 0);
    }
    return output.of(streams[streams.length - 1])[0];
  }

  /** How the head that ran last weighed the positions at the last position; sums to one. */
  public double[] lastWeights() {
    return weights.clone();
  }

  /** The residual stream of a position after {@link #value}, [width]. */
  public double[] stream(int position) {
    return streams[position].clone();
  }

  private void run(FastLayer layer, int from) {
    if (!layer.heads.isEmpty()) {
      double[][] sums = new double[streams.length][];
      for (int p = from; p < streams.length; p++) {
        sums[p] = new double[model.width()];
      }
      layer.heads.forEach(head -> attend(head, from, sums));
      for (int p = from; p < streams.length; p++) {
        addTo(streams[p], sums[p]);
      }
    }
    double[] hidden = new double[layer.first.outputs()];
    for (int p = from; p < streams.length; p++) {
      Arrays.fill(hidden, 0);
      layer.first.addTo(hidden, streams[p]);
      for (int u = 0; u < hidden.length; u++) {
        hidden[u] = Math.max(0, hidden[u]);
      }
      layer.second.addTo(streams[p], hidden);
    }
  }

  private void attend(FastHead head, int from, double[][] sums) {
    double[][] keys = new double[streams.length][];
    double[][] values = new double[streams.length][];
    for (int p = 0; p < streams.length; p++) {
      keys[p] = head.key.of(streams[p]);
      values[p] = head.value.of(streams[p]);
    }
    for (int p = from; p < streams.length; p++) {
      weights = weigh(head.head, head.query.of(streams[p]), keys, p);
      double[] mixed = new double[head.head.valueSize()];
      for (int j = 0; j < weights.length; j++) {
        for (int c = 0; c < mixed.length; c++) {
          mixed[c] += weights[j] * values[j][c];
        }
      }
      head.output.addTo(sums[p], mixed);
    }
  }

  /** The weights of the visible positions, their sum one. */
  private static double[] weigh(Head head, double[] query, double[][] keys, int position) {
    double[] weights = new double[head.mask().visible(position + 1)];
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < weights.length; j++) {
      for (int c = 0; c < query.length; c++) {
        weights[j] += query[c] * keys[j][c];
      }
      largest = Math.max(largest, weights[j]);
    }
    double total = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = weight(head.weighting(), weights[j], largest);
      total += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= total;
    }
    return weights;
  }

  private static double weight(Weighting weighting, double score, double largest) {
    if (weighting instanceof Weighting.Saturated saturated) {
      return score >= largest - saturated.tolerance() ? 1 : 0;
    }
    return Math.exp(((Weighting.Softmax) weighting).inverseTemperature() * (score - largest));
  }

  private static FastLayer fast(PointLayer layer) {
    return new FastLayer(
        layer.heads().stream().map(PointExecutor::fast).toList(),
        new SparseMap(layer.first()),
        new SparseMap(layer.second()));
  }

  private static FastHead fast(Head head) {
    return new FastHead(
        head,
        new SparseMap(head.query()),
        new SparseMap(head.key()),
        new SparseMap(head.value()),
        new SparseMap(Affine.linear(head.output())));
  }

  private static void addTo(double[] sum, double[] addend) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += addend[c];
    }
  }
}
