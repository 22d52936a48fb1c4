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

  private final int stride; // numbers in an entry
  private double[] table = {}; // [class][1 + values], the count, then sums
  private int met;
  private int[][] ties = {}; // [query], where entries of the maximal classes begin, or null

  ClassState(HeadPlan plan) {
    super(plan);
    this.stride = 1 + value.length;
  }

  @Override
  void insert(int number) {
    if (stride == 2) {
      offer(number, value[0]);
      return;
    }
    if (stride == 3) {
      offer(number, value[0], value[1]);
      return;
    }
    int entry = number * stride;
    if (entry >= table.length || table[entry] == 0) {
      meet(entry);
    }
    table[entry]++;
    for (int c = 0; c < value.length; c++) {
      table[entry + 1 + c] += value[c];
    }
  }

  /** The same as {@link #offer(int)} for a value of one component and a mask that is not strict. */
  void offer(int number, double only) {
    int entry = 2 * number;
    double[] entries = table;
    if (entry >= entries.length || entries[entry] == 0) {
      meet(entry);
      entries = table;
    }
    entries[entry]++;
    entries[entry + 1] += only;
  }

  /** The same for a value of two components. */
  void offer(int number, double first, double second) {
    int entry = 3 * number;
    double[] entries = table;
    if (entry >= entries.length || entries[entry] == 0) {
      meet(entry);
      entries = table;
    }
    entries[entry]++;
    entries[entry + 1] += first;
    entries[entry + 2] += second;
  }

  private void meet(int entry) {
    if (entry >= table.length) {
      table = Arrays.copyOf(table, 2 * entry + stride);
    }
    met++;
    Arrays.fill(ties, null);
  }

  @Override
  void attend(int number) {
    int[] maximal = number < 0 ? maximal() : remembered(number);
    if (stride == 2 || stride == 3) {
      sumFew(maximal);
      return;
    }
    Arrays.fill(mixed, 0);
    double count = 0;
    for (int entry : maximal) {
      count += table[entry];
      for (int c = 0; c < mixed.length; c++) {
        mixed[c] += table[entry + 1 + c];
      }
    }
    divide(mixed, count);
  }

  /**
   * The same for a query of this number, which is not looked at, and an answer of one or two
   * components.
   *
   * @return the first component
   */
  double ask(int number) {
    int[] maximal = number < ties.length ? ties[number] : null;
    if (maximal == null) {
      double[] vector = plan.queryVectors.get(number);
      System.arraycopy(vector, 0, query, 0, vector.length);
      maximal = remembered(number);
    }
    return sumFew(maximal);
  }

  private double sumFew(int[] maximal) {
    double[] entries = table;
    boolean two = stride == 3;
    double count = 0;
    double first = 0;
    double second = 0;
    for (int entry : maximal) {
      count += entries[entry];
      first += entries[entry + 1];
      second += two ? entries[entry + 2] : 0;
    }
    double mean = count == 0 ? 0 : first / count;
    mixed[0] = mean;
    if (two) {
      mixed[1] = count == 0 ? 0 : second / count;
    }
    return mean;
  }

  private int[] remembered(int number) {
    if (number >= ties.length) {
      ties = Arrays.copyOf(ties, 2 * number + 1);
    }
    if (ties[number] == null) {
      ties[number] = maximal();
    }
    return ties[number];
  }

  private int[] maximal() {
    double[] scores = new double[met];
    int[] entries = new int[met];
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
