package org.cotsim.simulator.execute.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * One sequence in more than 53 bits, with the JDK's {@code BigInteger}: the operations and their
 * order are those of {@link DoubleSequence}, some hundred times slower.
 *
 * <p>Weights stay binary64 numbers. Attention must be saturated: there is no exponential here.
 */
final class WideSequence implements Sequence {

  private final Transformer model;
  private final int precision;
  private final Arithmetic.Rounding rounding;
  private final Observer observer;
  private final List<List<Cache>> caches = new ArrayList<>(); // [layers][heads]
  private int length;
  private WideNumber[] last; // [width], the stream after the last layer at the position before
  private double[] scores; // [vocabulary]

  private record Cache(List<WideNumber[]> keys, List<WideNumber[]> values) {}

  WideSequence(Transformer model, Arithmetic arithmetic, Observer observer) {
    this.model = model;
    this.observer = observer;
    this.precision = arithmetic.precision();
    this.rounding = arithmetic.rounding();
    this.last = zeros(model.width());
    for (Layer layer : model.layers()) {
      List<Head> heads = layer.attention().heads();
      if (heads.stream().anyMatch(head -> head.weighting() instanceof Weighting.Softmax)) {
        throw new IllegalArgumentException("softmax attention has at most 53 bits");
      }
      caches.add(
          heads.stream().map(head -> new Cache(new ArrayList<>(), new ArrayList<>())).toList());
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

  /** {@inheritDoc} Numbers are counted as so many bits each. */
  @Override
  public long peakBytes() {
    return caches.stream().flatMap(List::stream).mapToLong(this::bytes).sum();
  }

  private long bytes(Cache cache) {
    long numbers =
        Stream.concat(cache.keys.stream(), cache.values.stream()).mapToLong(v -> v.length).sum();
    return numbers * precision / Byte.SIZE;
  }

  @Override
  public void append(int token) {
    WideNumber[] stream = zeros(model.width()); // [width]
    addRow(model.embedding(), token, stream);
    if (model.positions() instanceof PositionEmbedding.Table table) {
      addRow(table.rows(), length, stream);
    }
    if (model.isThought(token)) {
      addTo(stream, apply(model.feedback().orElseThrow().map(), last));
    }
    length++;
    observer.embedded(token, toDoubles(stream));
    for (int l = 0; l < model.layers().size(); l++) {
      attend(l, token, stream);
      feedForward(model.layers().get(l).feedForward(), token, stream);
    }
    last = stream;
    scores = toDoubles(apply(model.output().map(), stream)); // [vocabulary]
  }

  private void attend(int layer, int token, WideNumber[] stream) {
    List<Head> heads = model.layers().get(layer).attention().heads();
    WideNumber[] x = normalise(model.layers().get(layer).attention().norm().of(token), stream);
    WideNumber[] sum = zeros(stream.length); // [width]
    for (int h = 0; h < heads.size(); h++) {
      Head head = heads.get(h);
      Cache cache = caches.get(layer).get(h);
      cache.keys.add(apply(head.key(), x)); // [length, keySize]
      cache.values.add(apply(head.value(), x)); // [length, valueSize]
      boolean[] found = find(head, apply(head.query(), x), cache); // [visible]
      observer.attended(layer, h, weights(found), found.length, count(found));
      addTo(sum, apply(head.output(), mix(head, cache, found)));
    }
    addTo(stream, sum);
    observer.added(toDoubles(stream));
  }

  /** Which visible positions have a score within the tolerance of the largest. */
  private boolean[] find(Head head, WideNumber[] query, Cache cache) {
    boolean[] found = new boolean[head.mask().visible(length)];
    WideNumber[] scored = new WideNumber[found.length];
    Arrays.setAll(scored, j -> dot(query, cache.keys.get(j)));
    WideNumber tolerance = WideNumber.of(((Weighting.Saturated) head.weighting()).tolerance());
    Optional<WideNumber> largest = Arrays.stream(scored).max(WideNumber::compareTo);
    for (int j = 0; j < found.length; j++) {
      found[j] = scored[j].plus(tolerance).compareTo(largest.orElseThrow()) >= 0;
    }
    return found;
  }

  private static double[] weights(boolean[] found) {
    return IntStream.range(0, found.length).mapToDouble(j -> found[j] ? 1 : 0).toArray();
  }

  private static int count(boolean[] found) {
    return (int) IntStream.range(0, found.length).filter(j -> found[j]).count();
  }

  /** The mean of the values at the positions found; zero where nothing is visible. */
  private WideNumber[] mix(Head head, Cache cache, boolean[] found) {
    WideNumber[] mixed = zeros(head.valueSize());
    for (int j = 0; j < found.length; j++) {
      if (found[j]) {
        addTo(mixed, cache.values.get(j));
      }
    }
    WideNumber total = WideNumber.of(Math.max(1, count(found))); // far fewer than 2^53
    Arrays.setAll(mixed, c -> quotient(mixed[c], total));
    return mixed;
  }

  private static double[] toDoubles(WideNumber[] numbers) {
    return Arrays.stream(numbers).mapToDouble(WideNumber::toDouble).toArray();
  }

  private void feedForward(FeedForward sublayer, int token, WideNumber[] stream) {
    WideNumber[] x = normalise(sublayer.norm().of(token), stream); // [normalised]
    WideNumber[] hidden = apply(sublayer.first(), x); // [hidden]
    for (int u = 0; u < hidden.length; u++) {
      hidden[u] = hidden[u].isPositive() ? hidden[u] : WideNumber.ZERO;
    }
    addTo(stream, apply(sublayer.second(), hidden)); // [width]
    observer.added(toDoubles(stream));
  }

  private WideNumber[] normalise(Norm norm, WideNumber[] stream) {
    if (norm instanceof Norm.Standard) {
      return layerNorm(stream);
    }
    return norm.projections().stream()
        .flatMap(projection -> Arrays.stream(layerNorm(apply(projection, stream))))
        .toArray(WideNumber[]::new);
  }

  private WideNumber[] layerNorm(WideNumber[] v) {
    WideNumber mean = quotient(sum(v, component -> component), WideNumber.of(v.length));
    WideNumber[] centred = new WideNumber[v.length];
    Arrays.setAll(centred, c -> rounded(v[c].plus(mean.negated())));
    WideNumber squares = sum(centred, component -> rounded(component.times(component)));
    if (!squares.isZero()) {
      WideNumber norm = rounded(squares.squareRoot(precision));
      Arrays.setAll(centred, c -> quotient(centred[c], norm));
    }
    return centred;
  }

  private WideNumber sum(WideNumber[] v, UnaryOperator<WideNumber> term) {
    WideNumber sum = WideNumber.ZERO;
    for (WideNumber component : v) {
      sum = rounded(sum.plus(term.apply(component)));
    }
    return sum;
  }

  private WideNumber[] apply(Affine map, WideNumber[] x) {
    WideNumber[] y = apply(map.matrix(), x);
    Arrays.setAll(y, r -> rounded(y[r].plus(WideNumber.of(map.bias(r)))));
    return y;
  }

  private WideNumber[] apply(Matrix matrix, WideNumber[] x) {
    WideNumber[] y = zeros(matrix.rows());
    for (int r = 0; r < y.length; r++) {
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        WideNumber product = WideNumber.of(matrix.value(e)).times(x[matrix.column(e)]);
        y[r] = rounded(y[r].plus(rounded(product)));
      }
    }
    return y;
  }

  private WideNumber dot(WideNumber[] x, WideNumber[] y) {
    WideNumber sum = WideNumber.ZERO;
    for (int c = 0; c < x.length; c++) {
      sum = rounded(sum.plus(rounded(x[c].times(y[c]))));
    }
    return sum;
  }

  private void addTo(WideNumber[] sum, WideNumber[] addend) {
    Arrays.setAll(sum, c -> rounded(sum[c].plus(addend[c])));
  }

  private void addRow(Matrix matrix, int row, WideNumber[] sum) {
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      int column = matrix.column(e);
      sum[column] = rounded(sum[column].plus(WideNumber.of(matrix.value(e))));
    }
  }

  private WideNumber quotient(WideNumber dividend, WideNumber divisor) {
    return rounded(dividend.dividedBy(divisor, precision));
  }

  private WideNumber rounded(WideNumber exact) {
    return exact.rounded(precision, rounding);
  }

  private static WideNumber[] zeros(int size) {
    WideNumber[] zeros = new WideNumber[size];
    Arrays.fill(zeros, WideNumber.ZERO);
    return zeros;
  }
}
