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

  private static final int MOST_VALUES = 64; // different value vectors that are kept once
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  final double[] flags; // the class components of all these keys
  final double[] ones; // [moving], what a bit 1 stands for
  final double[] zeros; // [moving], what a bit 0 stands for
  private long varies; // components that have taken two values
  private long[] codes = new long[16]; // [entry], in the order in which they came
  private int[] contents = new int[16]; // [entry], a known value vector, or ~ a sum
  private int[] slots = new int[32]; // entry + 1, or 0
  private int size;
  private double[][] known = new double[4][]; // value vectors
  private int knownSize;
  private double[][] sums = new double[4][]; // of several values, then their number
  private int summed;

  double top; // the score of the best pattern of the latest query
  double magnitude; // the sum of the sizes of its terms
  double difference; // what another pattern scores less, at least

  PatternTable(double[] flags, double[] key) {
    this.flags = flags;
    this.ones = key.clone();
    this.zeros = key.clone();
  }

  int size() {
    return size;
  }

  /** The bits of a key; a component may take a second value now. */
  private long code(double[] key) {
    long code = 0;
    for (int c = 0; c < key.length; c++) {
      if (key[c] == ones[c]) {
        code |= 1L << c;
      }
    }
    return code;
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
    for (int c = 0; c < key.length; c++) {
      if (key[c] != ones[c] && (varies >> c & 1) == 0) {
        varies |= 1L << c;
        zeros[c] = key[c];
      }
    }
    long code = code(key);
    int slot = slot(code);
    if (slots[slot] != 0) {
      merge(slots[slot] - 1, value);
      return;
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size + size / 2);
      contents = Arrays.copyOf(contents, codes.length);
    }
    codes[size] = code;
    contents[size] = content(value);
    slots[slot] = ++size;
    if (3 * size > 2 * slots.length) {
      rehash();
    }
  }

  private int slot(long code) {
    int mask = slots.length - 1;
    int shift = Integer.numberOfLeadingZeros(mask) + Integer.SIZE;
    int slot = (int) ((code * GOLDEN) >>> shift);
    while (slots[slot] != 0 && codes[slots[slot] - 1] != code) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int entry = 0; entry < size; entry++) {
      slots[slot(codes[entry])] = entry + 1;
    }
  }

  private int content(double[] value) {
    for (int v = 0; v < knownSize; v++) {
      if (Arrays.equals(known[v], value)) {
        return v;
      }
    }
    if (knownSize == MOST_VALUES) {
      return sum(value, 1);
    }
    if (knownSize == known.length) {
      known = Arrays.copyOf(known, 2 * knownSize);
    }
    known[knownSize] = value.clone();
    return knownSize++;
  }

  private int sum(double[] value, double count) {
    if (summed == sums.length) {
      sums = Arrays.copyOf(sums, 2 * summed);
    }
    sums[summed] = Arrays.copyOf(value, value.length + 1);
    sums[summed][value.length] = count;
    return ~summed++;
  }

  private void merge(int entry, double[] value) {
    if (contents[entry] >= 0) {
      contents[entry] = sum(known[contents[entry]], 1);
    }
    double[] sum = sums[~contents[entry]];
    for (int c = 0; c < value.length; c++) {
      sum[c] += value[c];
    }
    sum[value.length]++;
  }

  /** Adds the sum of an entry's values and answers their number. */
  double addTo(double[] total, int entry) {
    boolean once = contents[entry] >= 0;
    double[] sum = once ? known[contents[entry]] : sums[~contents[entry]];
    for (int c = 0; c < total.length; c++) {
      total[c] += sum[c];
    }
    return once ? 1 : sum[total.length];
  }

  /**
   * Finds the pattern of largest score.
   *
   * @param query [moving]
   * @return its entry, or -1 if there is none
   */
  int find(double[] query) {
    long code = 0;
    double sum = 0;
    double size = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < query.length; c++) {
      double one = query[c] * ones[c];
      double zero = query[c] * zeros[c];
      boolean better = one >= zero;
      double score = better ? one : zero;
      code |= better ? 1L << c : 0;
      sum += score;
      size += Math.max(Math.abs(one), Math.abs(zero));
      if ((varies >> c & 1) != 0) {
        least = Math.min(least, Math.abs(one - zero));
      }
    }
    top = sum;
    magnitude = size;
    difference = least;
    return slots[slot(code)] - 1;
  }

  /** Writes the key of an entry. */
  void key(int entry, double[] key) {
    long code = codes[entry];
    for (int c = 0; c < key.length; c++) {
      key[c] = (code >> c & 1) != 0 ? ones[c] : zeros[c];
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long sum = summed == 0 ? 0 : summed * (24L + 8L * sums[0].length);
    return 8L * codes.length + 4L * contents.length + 4L * slots.length + sum;
  }
}
