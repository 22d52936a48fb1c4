package org.cotsim.simulator.execute.reference;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;

/**
 * One sequence in up to 53 bits: the definition of the model, position by position.
 *
 * <p>What concerns one position alone is {@link PositionWise}. The outputs of the heads of a layer
 * are summed before they are added to the stream. A saturated head compares scores exactly.
 */
final class DoubleSequence implements Sequence {

  private final Transformer model;
  private final Arithmetic arithmetic;
  private final PositionWise at; // the operations at one position
  private final Observer observer;
  private final List<List<Cache>> caches = new ArrayList<>(); // [layers][heads]
  private int length;
  private double[] last; // [width], the stream after the last layer at the position before
  private double[] scores; // [vocabulary]

  DoubleSequence(Transformer model, Arithmetic arithmetic, Observer observer) {
    this.model = model;
    this.arithmetic = arithmetic;
    this.at = new PositionWise(arithmetic);
    this.observer = observer;
    this.last = new double[model.width()];
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
  public long peakBytes() {
    return caches.stream().flatMap(List::stream).mapToLong(Cache::bytes).sum();
  }

  @Override
  public void append(int token) {
    double[] stream = at.embed(model, token, length); // [width]
    at.feedBack(model, token, last, stream);
    length++;
    observer.embedded(token, stream);
    for (int l = 0; l < model.layers().size(); l++) {
      attend(l, token, stream);
      at.feedForward(model.layers().get(l).feedForward(), token, stream);
      observer.added(stream);
    }
    last = stream;
    scores = at.apply(model.output().map(), stream); // [vocabulary]
  }

  /** Adds the outputs of all heads of a layer, each computed from the same normalised input. */
  private void attend(int layer, int token, double[] stream) {
    List<Head> heads = model.layers().get(layer).attention().heads();
    Norm norm = model.layers().get(layer).attention().norm();
    double[] x = at.normalise(norm, token, stream); // [normalised]
    double[] sum = new double[stream.length]; // [width]
    for (int h = 0; h < heads.size(); h++) {
      Head head = heads.get(h);
      Cache cache = caches.get(layer).get(h);
      cache.keys.add(at.apply(head.key(), x)); // [length, keySize]
      cache.values.add(at.apply(head.value(), x)); // [length, valueSize]
      int visible = head.mask().visible(length);
      double[] weights = cache.weights(visible); // [visible]
      double total = weigh(head, at.apply(head.query(), x), cache, visible, weights);
      observer.attended(layer, h, weights, visible, total);
      double[] mixed = mix(head, cache, visible, weights, total); // [valueSize]
      at.addTo(sum, at.apply(head.output(), mixed));
    }
    at.addTo(stream, sum);
    observer.added(stream);
  }

  /** Fills in the weights of the visible positions, before division by their sum, and adds them. */
  private double weigh(Head head, double[] query, Cache cache, int visible, double[] weights) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < visible; j++) {
      weights[j] = at.dot(query, cache.keys.get(j));
      largest = Math.max(largest, weights[j]);
    }
    double total = 0;
    for (int j = 0; j < visible; j++) {
      weights[j] = at.weight(head.weighting(), weights[j], largest);
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
        at.addScaled(mixed, weights[j], cache.values.get(j));
      }
    }
    for (int c = 0; c < mixed.length; c++) {
      mixed[c] = arithmetic.divide(mixed[c], total);
    }
    return mixed;
  }

  /** The keys and values of one head at the positions so far. */
  private static final class Cache {
    private final List<double[]> keys = new ArrayList<>(); // [length][keySize]
    private final List<double[]> values = new ArrayList<>(); // [length][valueSize]
    private double[] weights = new double[16]; // scratch, at least [visible]

    long bytes() {
      long numbers = weights.length;
      for (int j = 0; j < keys.size(); j++) {
        numbers += keys.get(j).length + values.get(j).length;
      }
      return Double.BYTES * numbers;
    }

    double[] weights(int visible) {
      if (weights.length < visible) {
        weights = new double[2 * visible];
      }
      return weights;
    }
  }
}
