package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;

/**
 * Few different keys: the sum and number of the values of each.
 *
 * <p>Which of them are maximal for a query that the token alone decides is remembered until a new
 * key appears. Cost: O(different keys) time per token, and no memory per token.
 */
final class ClassState extends HeadState {

  private static final int END = -1;

  private final int stride; // numbers in an entry
  private double[] table = {}; // [class][1 + values], the count, then sums
  private int met;
  private int[][] ties = {}; // [query], where entries of the maximal classes begin, then END
  private int[] tiesOf = {}; // [query], the number of classes met then

  ClassState(HeadPlan plan) {
    super(plan);
    this.stride = 1 + value.length;
  }

  @Override
  void insert(int number) {
    int entry = number * stride;
    if (entry >= table.length || table[entry] == 0) {
      meet(entry);
    }
    table[entry]++;
    if (stride == 2) {
      table[entry + 1] += value[0];
      return;
    }
    for (int c = 0; c < value.length; c++) {
      table[entry + 1 + c] += value[c];
    }
  }

  private void meet(int entry) {
    if (entry >= table.length) {
      table = Arrays.copyOf(table, 2 * entry + stride);
    }
    met++;
  }

  @Override
  void attend(int number) {
    int[] maximal = number < 0 ? maximal() : remembered(number);
    if (stride == 2) {
      attendOne(maximal);
      return;
    }
    Arrays.fill(mixed, 0);
    double count = 0;
    for (int i = 0; maximal[i] != END; i++) {
      int entry = maximal[i];
      count += table[entry];
      for (int c = 0; c < mixed.length; c++) {
        mixed[c] += table[entry + 1 + c];
      }
    }
    divide(mixed, count);
  }

  private void attendOne(int[] maximal) {
    double count = 0;
    double sum = 0;
    for (int i = 0, entry; (entry = maximal[i]) != END; i++) {
      count += table[entry];
      sum += table[entry + 1];
    }
    mixed[0] = count == 0 ? 0 : sum / count;
  }

  private int[] remembered(int number) {
    if (number >= ties.length) {
      ties = Arrays.copyOf(ties, 2 * number + 1);
      tiesOf = Arrays.copyOf(tiesOf, 2 * number + 1);
    }
    if (ties[number] == null || tiesOf[number] != met) {
      ties[number] = maximal();
      tiesOf[number] = met;
    }
    return ties[number];
  }

  private int[] maximal() {
    double[] scores = new double[met];
    int[] entries = new int[met + 1];
    double largest = Double.NEGATIVE_INFINITY;
    int size = 0;
    for (int entry = 0; entry < table.length; entry += stride) {
      if (table[entry] > 0) {
        scores[size] = score(plan.classVectors.get(entry / stride));
        largest = Math.max(largest, scores[size]);
        entries[size++] = entry;
      }
    }
    int maximal = 0;
    for (int i = 0; i < size; i++) {
      if (scores[i] >= largest - plan.tolerance()) {
        entries[maximal++] = entries[i];
      }
    }
    entries[maximal++] = END;
    return Arrays.copyOf(entries, maximal);
  }

  private double score(double[] vector) {
    double sum = 0;
    for (int c = 0; c < vector.length; c++) {
      sum += query[c] * vector[c];
    }
    return sum;
  }

  @Override
  long bytes() {
    return 0;
  }
}
