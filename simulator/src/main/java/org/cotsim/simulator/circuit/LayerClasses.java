package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * The different residual streams before one layer, numbered, and what the layer makes of them.
 *
 * <p>Every number is computed in binary64 as the reference executor does, except that a head adds
 * the values of the winning positions in ascending order of their numbers here instead of from left
 * to right; {@link #inexactMeans} says how often that could change the last bits.
 */
final class LayerClasses {

  private final Transformer model;
  private final int index; // of the layer
  private final PositionWise at = new PositionWise(Arithmetic.BINARY64);
  private final Numbering streams = new Numbering();
  private final List<double[][]> queries = new ArrayList<>(); // [classes][heads][keySize]
  private final List<double[][]> keys = new ArrayList<>(); // [classes][heads][keySize]
  private final List<int[]> values = new ArrayList<>(); // [classes][heads]
  private final List<Numbering> valueNumbers = new ArrayList<>(); // [heads]
  private final List<List<double[]>> scores = new ArrayList<>(); // [heads][classes][classes]
  private final Map<List<Integer>, double[]> means = new HashMap<>();
  private long inexactMeans;

  LayerClasses(Transformer model, int index) {
    this.model = model;
    this.index = index;
    for (int h = 0; h < heads().size(); h++) {
      valueNumbers.add(new Numbering());
      scores.add(new ArrayList<>());
    }
  }

  List<Head> heads() {
    return isLast() ? List.of() : layer().attention().heads();
  }

  private boolean isLast() {
    return index == model.layers().size();
  }

  private Layer layer() {
    return model.layers().get(index);
  }

  int size() {
    return streams.size();
  }

  /** How many means were taken of values whose sum may depend on the order of addition. */
  long inexactMeans() {
    return inexactMeans;
  }

  /** The number of a stream. */
  int number(double[] stream) {
    int number = streams.number(stream);
    if (number == queries.size() && !isLast()) {
      describe(stream);
    }
    return number;
  }

  double[] stream(int number) {
    return streams.vector(number);
  }

  /** Tokens are normalised alike, so that any token will do where one is asked for. */
  private void describe(double[] stream) {
    double[] x = at.normalise(layer().attention().norm(), 0, stream); // [normalised]
    int heads = heads().size();
    double[][] query = new double[heads][];
    double[][] key = new double[heads][];
    int[] value = new int[heads];
    for (int h = 0; h < heads; h++) {
      Head head = heads().get(h);
      query[h] = at.apply(head.query(), x);
      key[h] = at.apply(head.key(), x);
      value[h] = valueNumbers.get(h).number(at.apply(head.value(), x));
    }
    queries.add(query);
    keys.add(key);
    values.add(value);
  }

  /** The score that a head gives to a position with one stream when asked by one with another. */
  double score(int head, int asking, int asked) {
    List<double[]> rows = scores.get(head);
    while (rows.size() <= asking) {
      rows.add(new double[0]);
    }
    double[] row = rows.get(asking);
    if (row.length <= asked) {
      int length = row.length;
      row = Arrays.copyOf(row, Math.max(asked + 1, 2 * length));
      Arrays.fill(row, length, row.length, Double.NaN);
      rows.set(asking, row);
    }
    if (Double.isNaN(row[asked])) {
      row[asked] = at.dot(queries.get(asking)[head], keys.get(asked)[head]);
    }
    return row[asked];
  }

  /** The least score that wins beside a largest one. */
  double leastWinner(int head, double largest) {
    return largest - ((Weighting.Saturated) heads().get(head).weighting()).tolerance();
  }

  /** The number of the value that a head reads of a stream. */
  int value(int head, int stream) {
    return values.get(stream)[head];
  }

  int valueCount(int head) {
    return valueNumbers.get(head).size();
  }

  /**
   * What the layer makes of a stream.
   *
   * @param own the number of the stream
   * @param winners for every head how many winning positions have each value: pairs of a number of
   *     a value and how many, ascending
   */
  double[] next(int own, List<List<Integer>> winners) {
    double[] stream = streams.vector(own).clone();
    double[] sum = new double[stream.length]; // [width]
    for (int h = 0; h < heads().size(); h++) {
      Matrix output = heads().get(h).output();
      at.addTo(sum, at.apply(output, mean(h, winners.get(h))));
    }
    at.addTo(stream, sum);
    at.feedForward(layer().feedForward(), 0, stream);
    return stream;
  }

  private double[] mean(int head, List<Integer> winners) {
    List<Integer> description = new ArrayList<>(winners);
    description.add(head);
    return means.computeIfAbsent(description, d -> computedMean(head, winners));
  }

  private double[] computedMean(int head, List<Integer> winners) {
    double[] mixed = new double[heads().get(head).valueSize()];
    double total = 0;
    for (int w = 0; w < winners.size(); w += 2) {
      double[] value = valueNumbers.get(head).vector(winners.get(w));
      for (int times = 0; times < winners.get(w + 1); times++) {
        at.addTo(mixed, value);
        total++;
      }
    }
    for (int c = 0; c < mixed.length; c++) {
      if (!sumIsExact(head, c, winners)) {
        inexactMeans++;
        break;
      }
    }
    for (int c = 0; c < mixed.length && total > 0; c++) {
      mixed[c] = mixed[c] / total;
    }
    return mixed;
  }

  /**
   * Whether a sum is the same in every order: one number only besides zero, or all of them
   * multiples of a unit that is so large that no partial sum needs more than 53 bits.
   */
  private boolean sumIsExact(int head, int component, List<Integer> winners) {
    double unit = Double.POSITIVE_INFINITY;
    double sum = 0;
    double first = 0;
    boolean one = true;
    for (int w = 0; w < winners.size(); w += 2) {
      double number = valueNumbers.get(head).vector(winners.get(w))[component];
      if (number != 0) {
        one &= first == 0 || first == number;
        first = number;
        unit = Math.min(unit, unitOf(number));
        sum += Math.abs(number) * winners.get(w + 1);
      }
    }
    return one || sum / unit < 0x1p52;
  }

  /** The largest power of two of which a number is a multiple. */
  private static double unitOf(double number) {
    int zeros = Long.numberOfTrailingZeros(Double.doubleToLongBits(number));
    return Math.ulp(number) * Math.scalb(1.0, Math.min(zeros, 52));
  }
}
