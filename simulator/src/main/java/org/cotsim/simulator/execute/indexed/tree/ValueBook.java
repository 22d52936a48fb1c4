package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Numbers for the different value vectors of a head, as long as they are few. */
public final class ValueBook {

  /** The number of a vector for which there is no number left. */
  public static final int FULL = -1;

  private static final int MOST = 255;
  private static final int SLOTS = 1 << 10;

  private double[][] vectors = new double[2][];
  private short[] table; // [SLOTS], 1 + a number, or 0; null while there are few
  private int size;
  private int latest;

  /** The number of a vector, which may be new, from 0 on, or {@code FULL}. */
  public int number(double[] vector) {
    if (size > 0 && Arrays.equals(vectors[latest], vector)) {
      return latest;
    }
    int slot = slot(vector);
    int number = table == null ? find(vector) : table[slot] - 1;
    if (number < 0) {
      if (size == MOST) {
        return FULL;
      }
      number = add(vector, slot);
    }
    latest = number;
    return number;
  }

  private int find(double[] vector) {
    for (int i = 0; i < size; i++) {
      if (Arrays.equals(vectors[i], vector)) {
        return i;
      }
    }
    return -1;
  }

  private int slot(double[] vector) {
    if (table == null) {
      return -1;
    }
    int slot = (Arrays.hashCode(vector) * 0x9E3779B9) >>> (Integer.SIZE - 10);
    while (table[slot] != 0 && !Arrays.equals(vectors[table[slot] - 1], vector)) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  private int add(double[] vector, int slot) {
    if (size == vectors.length) {
      vectors = Arrays.copyOf(vectors, 2 * size);
    }
    vectors[size++] = vector.clone();
    if (table != null) {
      table[slot] = (short) size;
    } else if (size > 4) {
      table = new short[SLOTS];
      for (int i = 0; i < size; i++) {
        table[slot(vectors[i])] = (short) (i + 1);
      }
    }
    return size - 1;
  }

  /** The vector of a number; not to be changed. */
  public double[] vector(int number) {
    return vectors[number];
  }
}
