package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;
import java.util.Optional;

/**
 * Different vectors whose components take two values each, such as digits, by their bits.
 *
 * <p>The largest product with a query is that of the vector with the better value in every
 * component; any other is lower by the least difference that one component can make.
 */
final class SignPoints extends TokenPoints {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final double[] ones; // [width], what a bit 1 stands for
  private final double[] zeros; // [width], what a bit 0 stands for
  private final boolean[] varies; // [width], whether there are both
  private final long[] codes; // [size]
  private final int[] table; // 1 + a vector, or 0

  private SignPoints(double[] ones, double[] zeros, long[] codes) {
    this.ones = ones;
    this.zeros = zeros;
    this.varies = new boolean[ones.length];
    for (int c = 0; c < varies.length; c++) {
      varies[c] = ones[c] != zeros[c];
    }
    this.codes = codes;
    this.table = new int[4 * Integer.highestOneBit(Math.max(1, codes.length))];
    for (int i = 0; i < codes.length; i++) {
      table[slot(codes[i])] = i + 1;
    }
  }

  /** Vectors, [size][width]; empty if a component takes three values. */
  static Optional<SignPoints> of(double[] vectors, int width) {
    double[] ones = Arrays.copyOf(vectors, width);
    double[] zeros = ones.clone();
    long[] codes = new long[vectors.length / width];
    for (int i = 0; i < vectors.length; i++) {
      int c = i % width;
      if (vectors[i] == ones[c]) {
        codes[i / width] |= 1L << c;
      } else if (zeros[c] == ones[c] || zeros[c] == vectors[i]) {
        zeros[c] = vectors[i];
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new SignPoints(ones, zeros, codes));
  }

  private int slot(long code) {
    int slot = (int) ((code * ODD) >>> 33) & (table.length - 1);
    while (table[slot] != 0 && codes[table[slot] - 1] != code) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** The best vector of a query, whether it is there or not. */
  static final class Best {
    private long code;
    double top; // its product
    double sizes; // of its terms, and of those that others have
    double difference; // what another vector has less, at least
  }

  /** Finds what would be the best vector of a query. */
  void find(double[] query, Best best) {
    long code = 0;
    double sum = 0;
    double sizes = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < ones.length; c++) {
      double one = query[c] * ones[c];
      double zero = query[c] * zeros[c];
      boolean better = one >= zero;
      code |= (better ? 1L : 0L) << c;
      sum += better ? one : zero;
      sizes += Math.abs(one) + Math.abs(zero);
      double loss = Math.abs(one - zero);
      least = varies[c] && loss < least ? loss : least;
    }
    best.code = code;
    best.top = sum;
    best.sizes = sizes;
    best.difference = least;
  }

  /** The number of a best vector, or -1 if it is not there. */
  int number(Best best) {
    return table[slot(best.code)] - 1;
  }

  @Override
  int size() {
    return codes.length;
  }

  @Override
  boolean isFew() {
    return codes.length <= 1;
  }

  @Override
  double get(int point, int component) {
    return (codes[point] >> component & 1) != 0 ? ones[component] : zeros[component];
  }

  @Override
  boolean isSame(TokenPoints other) {
    return other instanceof SignPoints same
        && Arrays.equals(ones, same.ones)
        && Arrays.equals(zeros, same.zeros)
        && Arrays.equals(codes, same.codes);
  }
}
