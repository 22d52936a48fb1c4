package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.tree.ArcIndex;
import org.cotsim.simulator.execute.indexed.tree.BoxSearch;
import org.cotsim.simulator.execute.indexed.tree.BoxTree;
import org.cotsim.simulator.execute.indexed.tree.ValueBook;

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
    tree(number).insert(key, value, inserted++);
  }

  private BoxTree tree(int number) {
    if (number >= trees.length) {
      trees = Arrays.copyOf(trees, 2 * number + 1);
      vectors = Arrays.copyOf(vectors, 2 * number + 1);
      bounds = new double[2 * number + 1];
    }
    if (trees[number] == null) {
      trees[number] = new BoxTree(plan.space());
      vectors[number] = plan.classVectors.get(number);
    }
    return trees[number];
  }

  /** Takes over what was kept elsewhere, of a class that is new here; values are exact. */
  void insertAll(int number, ArcIndex index, ValueBook book) {
    BoxTree tree = tree(number);
    index.forEach(
        (key, known, count) -> {
          for (int i = 0; i < count; i++) {
            tree.insert(key, book.vector(known), inserted++);
          }
        });
  }

  @Override
  void attend(int number) {
    search.begin();
    for (int i = 0; i < trees.length; i++) {
      bounds[i] = trees[i] == null ? Double.NEGATIVE_INFINITY : search.bound(trees[i], vectors[i]);
    }
    visitLeaves();
    for (int best = mostPromising(); best >= 0; best = mostPromising()) {
      visit(best);
    }
    divide(search.sums(), search.count());
  }

  /** Searches the trees that cost little, so that others are searched for better keys only. */
  private void visitLeaves() {
    for (int i = 0; i < trees.length; i++) {
      if (isPromising(i) && trees[i].root.isLeaf()) {
        visit(i);
      }
    }
  }

  private int mostPromising() {
    int best = -1;
    for (int i = 0; i < trees.length; i++) {
      if (isPromising(i)) {
        best = best < 0 || bounds[i] > bounds[best] ? i : best;
      }
    }
    return best;
  }

  private boolean isPromising(int tree) {
    return bounds[tree] >= search.threshold() && bounds[tree] > Double.NEGATIVE_INFINITY;
  }

  private void visit(int tree) {
    search.visit(trees[tree], vectors[tree]);
    bounds[tree] = Double.NEGATIVE_INFINITY;
  }

  @Override
  long bytes() {
    return Arrays.stream(trees).filter(t -> t != null).mapToLong(BoxTree::bytes).sum();
  }
}
