package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Numbers for different vectors of one size, by their bits. */
public final class VectorBook {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int width;
  private double[] vectors; // [room][width]
  private int[] table = new int[4]; // 1 + a number, or 0
  private int size;
  private int latest;

  public VectorBook(int width) {
    this.width = width;
    this.vectors = new double[2 * width];
  }

  /** The number of a vector, which may be new, from 0 on. */
  public int number(double[] vector) {
    if (size > 0 && equal(latest, vector)) {
      return latest;
    }
    int slot = (int) (hash(vector, 0) >>> 32) & (table.length - 1);
    while (table[slot] != 0 && !equal(table[slot] - 1, vector)) {
      slot = (slot + 1) & (table.length - 1);
    }
    latest = table[slot] == 0 ? size : table[slot] - 1;
    if (table[slot] == 0) {
      add(vector, slot);
    }
    return latest;
  }

  private boolean equal(int number, double[] vector) {
    int at = number * width;
    for (int c = 0; c < width; c++) {
      if (Double.doubleToRawLongBits(vectors[at + c]) != Double.doubleToRawLongBits(vector[c])) {
        return false;
      }
    }
    return true;
  }

  private long hash(double[] from, int at) {
    long hash = 0;
    for (int c = at; c < at + width; c++) {
      hash = (hash ^ Double.doubleToRawLongBits(from[c])) * MIX;
      hash ^= hash >>> 32;
    }
    return hash * MIX;
  }

  private void add(double[] vector, int slot) {
    if ((size + 1) * width > vectors.length) {
      vectors = Arrays.copyOf(vectors, (size + 4 + size / 4) * width);
    }
    System.arraycopy(vector, 0, vectors, size * width, width);
    table[slot] = ++size;
    if (2 * size > table.length) {
      table = new int[2 * table.length];
      for (int number = 0; number < size; number++) {
        int free = (int) (hash(vectors, number * width) >>> 32) & (table.length - 1);
        while (table[free] != 0) {
          free = (free + 1) & (table.length - 1);
        }
        table[free] = number + 1;
      }
    }
  }

  /** A component of a vector. */
  public double get(int number, int component) {
    return vectors[number * width + component];
  }

  /** All vectors, [size][width]. */
  double[] vectors() {
    return Arrays.copyOf(vectors, size * width);
  }

  /** Bytes of the arrays. */
  public long bytes() {
    return 32 + 8L * vectors.length + 4L * table.length;
  }
}
