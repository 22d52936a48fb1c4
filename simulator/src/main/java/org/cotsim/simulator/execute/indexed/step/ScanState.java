package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.model.Weighting;

/**
 * All positions one after the other, by the operations of the definition; where most components of
 * a query are zero, their products are left out, which changes no sum of finite keys.
 *
 * <p>Cost: O(positions) time and 8 bytes per component of key and value.
 */
final class ScanState extends HeadState {

  private double[] keys = {}; // [room][kept]
  private double[] values = {}; // [room][live values]
  private double[] weights = {}; // [room]
  private final int[] present; // the first of them: components of the query that are not zero
  private boolean finite = true; // whether all keys are
  private int size;

  ScanState(HeadPlan plan) {
    super(plan);
    this.present = new int[query.length];
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
    for (double component : key) {
      finite &= Double.isFinite(component);
    }
    size++;
  }

  @Override
  void attend(int number) {
    int count = findPresent();
    boolean sparse = finite && 2 * count < query.length;
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < size; j++) {
      weights[j] = sparse ? score(j * key.length, count) : score(j * key.length);
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

  private int findPresent() {
    int count = 0;
    for (int c = 0; c < query.length; c++) {
      if (query[c] != 0) {
        present[count++] = c;
      }
    }
    return count;
  }

  private double score(int at, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += query[present[i]] * keys[at + present[i]];
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
