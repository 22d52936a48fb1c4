package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.tree.ValueBook;

/**
 * Different keys whose components take two values each, as bits of a {@code long}, with what is
 * known of the values at their positions.
 *
 * <p>The largest score of a query is that of the key with the better value in every component: if
 * that key is there, any other is lower by the least difference that one component can make.
 */
final class PatternTable {

  private static final int MOST_VALUES = 125; // different value vectors that are kept once
  private static final byte PACKED = MOST_VALUES + 1;
  private static final byte SUMMED = MOST_VALUES + 2;

  final double[] flags; // the class components of all these keys
  private final TwoValues keys;
  private final CodeTable table; // 1 + a known value vector, or PACKED or SUMMED
  private final ValueBook known = new ValueBook();
  private final SumTable sums;
  private BitsTable packed; // null while value vectors are few

  private long best; // the pattern of the latest query
  private byte found; // its number in the table, 0 if it is not there
  double top; // its score
  double magnitude; // the sum of the sizes of its terms
  double difference; // what another pattern scores less, at least

  PatternTable(double[] flags, double[] key, int values) {
    this.flags = flags;
    this.keys = new TwoValues(key);
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
    if (!keys.take(key)) {
      return false;
    }
    long code = keys.code();
    byte before = table.get(code);
    if (before == 0) {
      table.putIfAbsent(code, number(code, value));
      return true;
    }
    if (before != SUMMED) {
      double[] first = new double[value.length];
      addTo(first, code, before);
      sums.add(code, first);
      table.change(code, SUMMED);
    }
    sums.add(code, value);
    return true;
  }

  /** Stores the first value of a code. */
  private byte number(long code, double[] value) {
    int number = known.number(value);
    if (number != ValueBook.FULL && number < MOST_VALUES) {
      return (byte) (number + 1);
    }
    if (packed == null && value.length <= Long.SIZE) {
      packed = new BitsTable(value);
    }
    if (packed != null && packed.add(code, value)) {
      return PACKED;
    }
    sums.add(code, value);
    return SUMMED;
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
    if (number == PACKED) {
      packed.addTo(total, code);
      return 1;
    }
    double[] vector = known.vector(number - 1);
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
    double[] ones = keys.ones;
    double[] zeros = keys.zeros;
    double[] missing = keys.missing;
    for (int c = 0; c < ones.length; c++) {
      double one = query[c] * ones[c];
      double zero = query[c] * zeros[c];
      boolean better = one >= zero;
      code |= (better ? 1L : 0L) << c;
      double next = even + (better ? one : zero);
      even = odd;
      odd = next;
      sizes += Math.abs(one) + Math.abs(zero);
      double loss = Math.abs(one - zero) + missing[c];
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
      key[c] = keys.get(code, c);
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    return table.bytes() + sums.bytes() + (packed == null ? 0 : packed.bytes());
  }
}
