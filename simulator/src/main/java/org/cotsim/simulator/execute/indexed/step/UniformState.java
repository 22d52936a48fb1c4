package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.plan.HeadPlan;

/** All scores are equal: sums of all values. Cost: O(1) time per token, and no memory. */
final class UniformState extends HeadState {

  private final double[] sums;
  private double count;

  UniformState(HeadPlan plan) {
    super(plan);
    this.sums = new double[value.length];
  }

  @Override
  void insert(int number) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += value[c];
    }
    count++;
  }

  @Override
  void attend(int number) {
    divide(sums, count);
  }

  @Override
  long bytes() {
    return 0;
  }
}
