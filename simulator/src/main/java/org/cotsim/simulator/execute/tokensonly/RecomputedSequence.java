package org.cotsim.simulator.execute.tokensonly;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.execute.SequentialSession;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Transformer;

/** One sequence: its tokens, and what is computed from them when scores are asked for. */
final class RecomputedSequence implements SequentialSession.Sequence {

  private final Transformer model;
  private final PositionWise at;
  private int[] tokens = new int[16];
  private int length;
  private long held; // numbers in the vectors of unfinished layers
  private long mostHeld;

  RecomputedSequence(Transformer model) {
    this.model = model;
    this.at = new PositionWise(Arithmetic.BINARY64);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void append(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, length + length / 4);
    }
    tokens[length++] = token;
  }

  @Override
  public double[] scores() {
    if (length == 0) {
      throw new IllegalStateException("no token has been appended yet");
    }
    return at.apply(model.output().map(), stream(model.layers().size(), length - 1));
  }

  /** Bytes of the tokens, and of all vectors that were held at one time at the most. */
  @Override
  public long peakBytes() {
    return Integer.BYTES * (long) tokens.length + Double.BYTES * mostHeld;
  }

  /** The residual stream of a position after some layers, [width]. */
  private double[] stream(int layers, int position) {
    if (layers == 0) {
      return at.embed(model, tokens[position], position);
    }
    double[] stream = stream(layers - 1, position);
    Layer layer = model.layers().get(layers - 1);
    if (!layer.attention().heads().isEmpty()) {
      double[] x = at.normalise(layer.attention().norm(), tokens[position], stream); // [normalised]
      at.addTo(stream, new Reading(layers - 1, layer.attention(), position, x).sum());
    }
    at.feedForward(layer.feedForward(), tokens[position], stream);
    return stream;
  }

  /** All heads of one layer at one position, which read every position they see twice. */
  private final class Reading {
    private final int layer;
    private final Attention attention;
    private final List<Head> heads;
    private final int position;
    private final double[] own; // [normalised]
    private final double[][] queries; // [heads][keySize]
    private final double[][] mixed; // [heads][valueSize]
    private final double[] largest; // [heads]
    private final double[] totals; // [heads]

    Reading(int layer, Attention attention, int position, double[] own) {
      this.layer = layer;
      this.attention = attention;
      this.heads = attention.heads();
      this.position = position;
      this.own = own;
      this.queries = heads.stream().map(h -> at.apply(h.query(), own)).toArray(double[][]::new);
      this.mixed = heads.stream().map(h -> new double[h.valueSize()]).toArray(double[][]::new);
      this.largest = new double[heads.size()];
      this.totals = new double[heads.size()];
      Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    }

    /** What the heads write together, [width]. */
    double[] sum() {
      long numbers = numbers();
      held += numbers;
      mostHeld = Math.max(mostHeld, held);
      for (int j = 0; j <= position; j++) {
        findLargest(j, normalised(j));
      }
      for (int j = 0; j <= position; j++) {
        mix(j, normalised(j));
      }
      double[] sum = new double[model.width()];
      for (int h = 0; h < heads.size(); h++) {
        for (int c = 0; c < mixed[h].length && sees(h, 0); c++) {
          mixed[h][c] /= totals[h];
        }
        at.addTo(sum, at.apply(heads.get(h).output(), mixed[h]));
      }
      held -= numbers;
      return sum;
    }

    /** The own stream and input, those of another position, and what is kept for each head. */
    private long numbers() {
      long numbers = 3L * model.width() + 2L * own.length;
      for (Head head : heads) {
        numbers += 2L * head.keySize() + 2L * head.valueSize() + 2;
      }
      return numbers;
    }

    private double[] normalised(int j) {
      return j == position ? own : at.normalise(attention.norm(), tokens[j], stream(layer, j));
    }

    private boolean sees(int h, int j) {
      return j < heads.get(h).mask().visible(position + 1);
    }

    private double score(int h, double[] x) {
      return at.dot(queries[h], at.apply(heads.get(h).key(), x));
    }

    private void findLargest(int j, double[] x) {
      for (int h = 0; h < largest.length; h++) {
        if (sees(h, j)) {
          largest[h] = Math.max(largest[h], score(h, x));
        }
      }
    }

    private void mix(int j, double[] x) {
      for (int h = 0; h < largest.length; h++) {
        if (sees(h, j)) {
          Head head = heads.get(h);
          double weight = at.weight(head.weighting(), score(h, x), largest[h]);
          totals[h] += weight;
          if (weight != 0) {
            at.addScaled(mixed[h], weight, at.apply(head.value(), x));
          }
        }
      }
    }
  }
}
