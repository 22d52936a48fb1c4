package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

/** Keys one after the other, with the sums of their values, for a saturated head. */
final class KeyList {

  private final int components;
  private final int values;
  private double[] keys = {}; // [room][components]
  private double[] sums = {}; // [room][values]
  private double[] counts = {}; // [room]
  private double[] scores = {}; // [room]
  private int size;

  KeyList(int components, int values) {
    this.components = components;
    this.values = values;
  }

  void add(double[] key, double[] sum, double count) {
    if (size == counts.length) {
      int room = Math.max(16, size + size / 2);
      keys = Arrays.copyOf(keys, room * components);
      sums = Arrays.copyOf(sums, room * values);
      counts = Arrays.copyOf(counts, room);
      scores = new double[room];
    }
    System.arraycopy(key, 0, keys, size * components, components);
    System.arraycopy(sum, 0, sums, size * values, values);
    counts[size++] = count;
  }

  /** Sums what the maximal keys hold into {@code total}; answers the number of their values. */
  double attend(double[] query, double tolerance, double[] total) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < size; j++) {
      double score = 0;
      for (int c = 0; c < components; c++) {
        score += query[c] * keys[j * components + c];
      }
      scores[j] = score;
      largest = Math.max(largest, score);
    }
    Arrays.fill(total, 0);
    double count = 0;
    for (int j = 0; j < size; j++) {
      if (scores[j] >= largest - tolerance) {
        for (int c = 0; c < values; c++) {
          total[c] += sums[j * values + c];
        }
        count += counts[j];
      }
    }
    return count;
  }

  long bytes() {
    return 8L * (keys.length + sums.length + counts.length + scores.length);
  }
}
