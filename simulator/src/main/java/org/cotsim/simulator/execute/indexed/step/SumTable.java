package org.cotsim.simulator.execute.indexed.step;

/** A hash table of codes with a sum of vectors and their number each. */
final class SumTable {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final int width; // of a vector and a number
  private long[] codes = new long[8];
  private double[] sums; // [slots][width]; a number of 0 where there is no code
  private int size;

  SumTable(int values) {
    this.width = values + 1;
    this.sums = new double[codes.length * width];
  }

  /** Adds a vector to the sum of a code. */
  void add(long code, double[] vector) {
    int at = slot(code) * width;
    for (int c = 0; c < width - 1; c++) {
      sums[at + c] += vector[c];
    }
    if (sums[at + width - 1]++ == 0) {
      codes[at / width] = code;
      size++;
      if (2 * size > codes.length) {
        grow();
      }
    }
  }

  /** Adds the sum of a code to another one; answers its number. */
  double addTo(double[] total, long code) {
    int at = slot(code) * width;
    for (int c = 0; c < width - 1; c++) {
      total[c] += sums[at + c];
    }
    return sums[at + width - 1];
  }

  private int slot(long code) {
    int slot = (int) ((code * ODD) >>> 33) & (codes.length - 1);
    while (sums[slot * width + width - 1] != 0 && codes[slot] != code) {
      slot = (slot + 1) & (codes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldCodes = codes;
    double[] old = sums;
    codes = new long[2 * oldCodes.length];
    sums = new double[codes.length * width];
    for (int i = 0; i < oldCodes.length; i++) {
      if (old[i * width + width - 1] != 0) {
        int slot = slot(oldCodes[i]);
        codes[slot] = oldCodes[i];
        System.arraycopy(old, i * width, sums, slot * width, width);
      }
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    return 32 + 8L * (codes.length + sums.length);
  }
}
