package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;

/**
 * Different keys in a {@link BoxTree} for each class of flags.
 *
 * <p>Cost: O(log keys) time per token where maximal keys are few and stand out, 8 bytes per
 * component of different keys and of their values.
 */
final class TreeState extends HeadState {

  private BoxTree[] trees = {}; // [class]
  private double[][] vectors = {}; // [class], the flags
  private double[] bounds = {}; // [class]
  private int inserted;
  private final BoxSearch search;

  TreeState(HeadPlan plan) {
    super(plan);
    this.search = new BoxSearch(plan.space(), query);
  }

  @Override
  void insert(int number) {
    if (number >= trees.length) {
      trees = Arrays.copyOf(trees, 2 * number + 1);
      vectors = Arrays.copyOf(vectors, 2 * number + 1);
      bounds = new double[2 * number + 1];
    }
    if (trees[number] == null) {
      trees[number] = new BoxTree(plan.space());
      vectors[number] = plan.classVectors.get(number);
    }
    trees[number].insert(key, value, inserted++);
  }

  @Override
  void attend(int number) {
    search.begin();
    for (int i = 0; i < trees.length; i++) {
      bounds[i] = trees[i] == null ? Double.NEGATIVE_INFINITY : search.bound(trees[i], vectors[i]);
    }
    while (true) {
      int best = -1;
      for (int i = 0; i < trees.length; i++) {
        if (bounds[i] >= search.threshold() && bounds[i] > Double.NEGATIVE_INFINITY) {
          best = best < 0 || bounds[i] > bounds[best] ? i : best;
        }
      }
      if (best < 0) {
        break;
      }
      search.visit(trees[best], vectors[best]);
      bounds[best] = Double.NEGATIVE_INFINITY;
    }
    divide(search.sums(), search.count());
  }

  @Override
  long bytes() {
    return Arrays.stream(trees).filter(t -> t != null).mapToLong(t -> t.root.bytes()).sum();
  }
}
