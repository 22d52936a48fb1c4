package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

/** A hash table of codes with a sum of vectors and their number each. */
final class SumTable {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final int width; // of a vector and a number
  private int[] slots = new int[8]; // 1 + an entry, or 0
  private long[] codes = new long[4]; // [entry]
  private double[] sums; // [entry][width]
  private int size;

  SumTable(int values) {
    this.width = values + 1;
    this.sums = new double[codes.length * width];
  }

  /** Adds a vector to the sum of a code. */
  void add(long code, double[] vector) {
    int slot = slot(code);
    int at = (slots[slot] == 0 ? append(code, slot) : slots[slot] - 1) * width;
    for (int c = 0; c < width - 1; c++) {
      sums[at + c] += vector[c];
    }
    sums[at + width - 1]++;
  }

  private int append(long code, int slot) {
    if (size == codes.length) {
      int room = size + 4 + size / 4;
      codes = Arrays.copyOf(codes, room);
      sums = Arrays.copyOf(sums, Math.multiplyExact(room, width));
    }
    codes[size++] = code;
    slots[slot] = size;
    if (2 * size > slots.length) {
      slots = new int[2 * slots.length];
      for (int entry = 0; entry < size; entry++) {
        slots[slot(codes[entry])] = entry + 1;
      }
    }
    return size - 1;
  }

  /** Adds the sum of a code that is there to another one; answers its number. */
  double addTo(double[] total, long code) {
    int at = (slots[slot(code)] - 1) * width;
    for (int c = 0; c < width - 1; c++) {
      total[c] += sums[at + c];
    }
    return sums[at + width - 1];
  }

  private int slot(long code) {
    int slot = (int) ((code * ODD) >>> 33) & (slots.length - 1);
    while (slots[slot] != 0 && codes[slots[slot] - 1] != code) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Bytes of the arrays. */
  long bytes() {
    return 48 + 4L * slots.length + 8L * (codes.length + sums.length);
  }
}
