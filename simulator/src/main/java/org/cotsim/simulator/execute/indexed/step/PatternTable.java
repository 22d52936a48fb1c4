package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Different keys whose components take two values each, as bits of a {@code long}, with what is
 * known of the values at their positions.
 *
 * <p>The largest score of a query is that of the key with the better value in every component: if
 * that key is there, any other is lower by the least difference that one component can make.
 */
final class PatternTable {

  private static final int MOST_VALUES = 126; // different value vectors that are kept once
  private static final byte SUMMED = Byte.MAX_VALUE;

  final double[] flags; // the class components of all these keys
  private final double[] ones; // [moving], what a bit 1 stands for
  private final double[] zeros; // [moving], what a bit 0 stands for
  private long varies; // components that have taken two values
  private final CodeTable table = new CodeTable(); // 1 + a known value vector, or SUMMED
  private double[][] known = new double[4][]; // value vectors
  private int knownSize;
  private final Map<Long, double[]> sums = new HashMap<>(); // by code; then their number

  private long best; // the pattern of the latest query
  double top; // its score
  double magnitude; // the sum of the sizes of its terms
  double difference; // what another pattern scores less, at least

  PatternTable(double[] flags, double[] key) {
    this.flags = flags;
    this.ones = key.clone();
    this.zeros = key.clone();
  }

  int size() {
    return table.size();
  }

  /** The codes of all keys, in no order that means anything. */
  long[] codes() {
    return table.all();
  }

  /** Whether a key has components that are neither of the two values known. */
  boolean hasThird(double[] key) {
    for (int c = 0; c < key.length; c++) {
      if (key[c] != ones[c] && key[c] != zeros[c] && (varies >> c & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds a key without a third value. */
  void insert(double[] key, double[] value) {
    long code = 0;
    for (int c = 0; c < key.length; c++) {
      if (key[c] == ones[c]) {
        code |= 1L << c;
      } else if ((varies >> c & 1) == 0) {
        varies |= 1L << c;
        zeros[c] = key[c];
      }
    }
    byte number = table.get(code);
    if (number == 0) {
      table.put(code, number(code, value));
      return;
    }
    if (number != SUMMED) {
      sums.put(code, sum(known[number - 1], 1));
      table.put(code, SUMMED);
    }
    double[] sum = sums.get(code);
    for (int c = 0; c < value.length; c++) {
      sum[c] += value[c];
    }
    sum[value.length]++;
  }

  private byte number(long code, double[] value) {
    for (int v = 0; v < knownSize; v++) {
      if (Arrays.equals(known[v], value)) {
        return (byte) (v + 1);
      }
    }
    if (knownSize == MOST_VALUES) {
      sums.put(code, sum(value, 1));
      return SUMMED;
    }
    if (knownSize == known.length) {
      known = Arrays.copyOf(known, 2 * knownSize);
    }
    known[knownSize] = value.clone();
    return (byte) ++knownSize;
  }

  private static double[] sum(double[] value, double count) {
    double[] sum = Arrays.copyOf(value, value.length + 1);
    sum[value.length] = count;
    return sum;
  }

  /** Adds the sum of a key's values and answers their number. */
  double addTo(double[] total, long code) {
    byte number = table.get(code);
    double[] sum = number == SUMMED ? sums.get(code) : known[number - 1];
    for (int c = 0; c < total.length; c++) {
      total[c] += sum[c];
    }
    return number == SUMMED ? sum[total.length] : 1;
  }

  /**
   * Finds the pattern of largest score.
   *
   * @param query [moving]
   */
  void find(double[] query) {
    long code = 0;
    double sum = 0;
    double sizes = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < query.length; c++) {
      double one = query[c] * ones[c];
      double zero = query[c] * zeros[c];
      boolean better = one >= zero;
      double score = better ? one : zero;
      code |= better ? 1L << c : 0;
      sum += score;
      sizes += Math.max(Math.abs(one), Math.abs(zero));
      if ((varies >> c & 1) != 0) {
        least = Math.min(least, Math.abs(one - zero));
      }
    }
    best = code;
    top = sum;
    magnitude = sizes;
    difference = least;
  }

  /** The pattern of the latest query. */
  long best() {
    return best;
  }

  /** Whether a key is there. */
  boolean contains(long code) {
    return table.get(code) != 0;
  }

  /** Writes the components of a key. */
  void key(long code, double[] key) {
    for (int c = 0; c < key.length; c++) {
      key[c] = (code >> c & 1) != 0 ? ones[c] : zeros[c];
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long one = 24 + 8L * (1 + (knownSize == 0 ? 0 : known[0].length));
    return table.bytes() + sums.size() * (one + 80); // 80 of the map, about
  }
}
