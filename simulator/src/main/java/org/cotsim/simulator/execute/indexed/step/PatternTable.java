package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

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
  private final double[] fixed; // [moving], 0 for what has taken two values, else infinite
  private final CodeTable table; // 1 + a known value vector, or SUMMED
  private double[][] known = new double[4][]; // value vectors
  private int knownSize;
  private final SumTable sums;

  private long best; // the pattern of the latest query
  private byte found; // its number in the table, 0 if it is not there
  double top; // its score
  double magnitude; // the sum of the sizes of its terms
  double difference; // what another pattern scores less, at least

  PatternTable(double[] flags, double[] key, int values) {
    this.flags = flags;
    this.ones = key.clone();
    this.zeros = key.clone();
    this.fixed = new double[key.length];
    Arrays.fill(fixed, Double.POSITIVE_INFINITY);
    this.table = new CodeTable(key.length);
    this.sums = new SumTable(values);
  }

  int size() {
    return table.size();
  }

  /** The codes of all keys, in no order that means anything. */
  long[] codes() {
    return table.all();
  }

  /** Adds a key; answers false, and does nothing, if a component has a third value. */
  boolean insert(double[] key, double[] value) {
    long code = 0;
    long neither = 0;
    for (int c = 0; c < key.length; c++) {
      long one = key[c] == ones[c] ? 1 : 0;
      long zero = key[c] == zeros[c] ? 1 : 0;
      code |= one << c;
      neither |= (1 - (one | zero)) << c;
    }
    if (neither != 0 && !learn(key, neither)) {
      return false;
    }
    byte number = number(value);
    byte before = table.putIfAbsent(code, number);
    if (before != 0 || number == SUMMED) {
      add(code, value, before);
    }
    return true;
  }

  /** Takes second values; answers false, and does nothing, if one of them is a third. */
  private boolean learn(double[] key, long neither) {
    for (int c = 0; c < key.length; c++) {
      if ((neither >> c & 1) != 0 && fixed[c] == 0) {
        return false;
      }
    }
    for (int c = 0; c < key.length; c++) {
      if ((neither >> c & 1) != 0) {
        fixed[c] = 0;
        zeros[c] = key[c];
      }
    }
    return true;
  }

  /** Adds to a sum, which begins with a vector that is known if that was the only one so far. */
  private void add(long code, double[] value, byte before) {
    if (before != 0 && before != SUMMED) {
      sums.add(code, known[before - 1]);
      table.change(code, SUMMED);
    }
    sums.add(code, value);
  }

  private byte number(double[] value) {
    for (int v = 0; v < knownSize; v++) {
      if (Arrays.equals(known[v], value)) {
        return (byte) (v + 1);
      }
    }
    if (knownSize == MOST_VALUES) {
      return SUMMED;
    }
    if (knownSize == known.length) {
      known = Arrays.copyOf(known, 2 * knownSize);
    }
    known[knownSize] = value.clone();
    return (byte) ++knownSize;
  }

  /** Adds the sum of a key's values and answers their number. */
  double addTo(double[] total, long code) {
    return addTo(total, code, table.get(code));
  }

  /** The same for the best pattern, which is there. */
  double addBestTo(double[] total) {
    return addTo(total, best, found);
  }

  private double addTo(double[] total, long code, byte number) {
    if (number == SUMMED) {
      return sums.addTo(total, code);
    }
    double[] vector = known[number - 1];
    for (int c = 0; c < total.length; c++) {
      total[c] += vector[c];
    }
    return 1;
  }

  /**
   * Finds the pattern of largest score.
   *
   * @param query [moving]
   */
  void find(double[] query) {
    long code = 0;
    double even = 0;
    double odd = 0;
    double sizes = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < ones.length; c++) {
      double one = query[c] * ones[c];
      double zero = query[c] * zeros[c];
      boolean better = one >= zero;
      code |= (better ? 1L : 0L) << c;
      double next = even + (better ? one : zero);
      even = odd;
      odd = next;
      sizes += Math.abs(one) + Math.abs(zero);
      double loss = Math.abs(one - zero) + fixed[c];
      least = loss < least ? loss : least;
    }
    best = code;
    found = table.get(code);
    top = even + odd;
    magnitude = sizes;
    difference = least;
  }

  /** The pattern of the latest query. */
  long best() {
    return best;
  }

  /** Whether the best pattern is there. */
  boolean hasBest() {
    return found != 0;
  }

  /** Writes the components of a key. */
  void key(long code, double[] key) {
    for (int c = 0; c < key.length; c++) {
      key[c] = (code >> c & 1) != 0 ? ones[c] : zeros[c];
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    return table.bytes() + sums.bytes();
  }
}
