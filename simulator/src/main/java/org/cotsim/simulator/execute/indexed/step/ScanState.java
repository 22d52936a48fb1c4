package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.model.Weighting;

/**
 * All positions one after the other, by the operations of the definition.
 *
 * <p>Cost: O(positions) time and 8 bytes per component of key and value.
 */
final class ScanState extends HeadState {

  private double[] keys = {}; // [room][kept]
  private double[] values = {}; // [room][live values]
  private double[] weights = {}; // [room]
  private int size;

  ScanState(HeadPlan plan) {
    super(plan);
  }

  @Override
  void insert(int number) {
    if (size == weights.length) {
      int room = Math.max(16, size + size / 2);
      keys = Arrays.copyOf(keys, room * key.length);
      values = Arrays.copyOf(values, room * value.length);
      weights = new double[room];
    }
    System.arraycopy(key, 0, keys, size * key.length, key.length);
    System.arraycopy(value, 0, values, size * value.length, value.length);
    size++;
  }

  @Override
  void attend(int number) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < size; j++) {
      weights[j] = score(j * key.length);
      largest = Math.max(largest, weights[j]);
    }
    double total = 0;
    Arrays.fill(mixed, 0);
    for (int j = 0; j < size; j++) {
      double weight = weight(weights[j], largest);
      total += weight;
      if (weight != 0) {
        for (int c = 0; c < mixed.length; c++) {
          mixed[c] += weight * values[j * mixed.length + c];
        }
      }
    }
    for (int c = 0; c < mixed.length && size > 0; c++) {
      mixed[c] /= total;
    }
  }

  private double score(int at) {
    double sum = 0;
    for (int c = 0; c < query.length; c++) {
      sum += query[c] * keys[at + c];
    }
    return sum;
  }

  private double weight(double score, double largest) {
    if (plan.head.weighting() instanceof Weighting.Softmax softmax) {
      return Math.exp(softmax.inverseTemperature() * (score - largest));
    }
    return score >= largest - plan.tolerance() ? 1 : 0;
  }

  @Override
  long bytes() {
    return 8L * (keys.length + values.length + weights.length);
  }
}
