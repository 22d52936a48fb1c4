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

  private double[][] sums = {}; // [class][values], null where the class has not been met
  private double[] counts = {};
  private double[] scores = {};
  private int met;
  private int[][] ties = {}; // [query], the maximal classes
  private int[] tiesOf = {}; // [query], the number of classes met then
  private final double[] total;

  ClassState(HeadPlan plan) {
    super(plan);
    this.total = new double[value.length];
  }

  @Override
  void insert(int number) {
    if (number >= counts.length || counts[number] == 0) {
      meet(number);
    }
    double[] sum = sums[number];
    for (int c = 0; c < sum.length; c++) {
      sum[c] += value[c];
    }
    counts[number]++;
  }

  private void meet(int number) {
    if (number >= counts.length) {
      sums = Arrays.copyOf(sums, 2 * number + 1);
      counts = Arrays.copyOf(counts, 2 * number + 1);
      scores = new double[2 * number + 1];
    }
    sums[number] = new double[value.length];
    met++;
  }

  @Override
  void attend(int number) {
    int[] maximal = number < 0 ? maximal() : remembered(number);
    if (maximal.length == 1) {
      divide(sums[maximal[0]], counts[maximal[0]]);
      return;
    }
    Arrays.fill(total, 0);
    double count = 0;
    for (int entry : maximal) {
      double[] sum = sums[entry];
      for (int c = 0; c < total.length; c++) {
        total[c] += sum[c];
      }
      count += counts[entry];
    }
    divide(total, count);
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
    double largest = Double.NEGATIVE_INFINITY;
    for (int entry = 0; entry < counts.length; entry++) {
      if (counts[entry] > 0) {
        scores[entry] = score(plan.classVectors.get(entry));
        largest = Math.max(largest, scores[entry]);
      }
    }
    int[] maximal = new int[met];
    int size = 0;
    for (int entry = 0; entry < counts.length; entry++) {
      if (counts[entry] > 0 && scores[entry] >= largest - plan.tolerance()) {
        maximal[size++] = entry;
      }
    }
    return Arrays.copyOf(maximal, size);
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
