package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The bits of all registers after some runs of a phase, to see which of them take few values. */
final class Sample {

  private static final int MOST_NUMBERS = 1 << 20;

  private final int registers;
  private final long[][] rows; // [runs][registers]
  private int size;

  /** Room for as many runs as are enough, fewer where there are many registers. */
  Sample(int registers, int most) {
    this.registers = registers;
    this.rows = new long[Math.max(1, Math.min(most, MOST_NUMBERS / registers))][];
  }

  void add(double[] values) {
    long[] row = new long[registers];
    for (int i = 0; i < registers; i++) {
      row[i] = Double.doubleToRawLongBits(values[i]);
    }
    rows[size++] = row;
  }

  boolean isFull() {
    return size == rows.length;
  }

  /** How many different vectors some registers form, counted up to one more than a limit. */
  int distinct(int[] some, int limit) {
    Set<Vector> seen = new HashSet<>();
    for (int i = 0; i < size && seen.size() <= limit; i++) {
      long[] vector = new long[some.length];
      for (int j = 0; j < some.length; j++) {
        vector[j] = rows[i][some[j]];
      }
      seen.add(new Vector(vector));
    }
    return seen.size();
  }

  /** Bits that are compared one by one. */
  private static final class Vector {
    private final long[] bits;

    Vector(long[] bits) {
      this.bits = bits;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Vector that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
      long hash = 0;
      for (long number : bits) {
        hash = (hash ^ number) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      return (int) hash;
    }
  }
}
