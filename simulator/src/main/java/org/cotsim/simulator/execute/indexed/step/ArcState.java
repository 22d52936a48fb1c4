package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.tree.ArcIndex;
import org.cotsim.simulator.execute.indexed.tree.ArcSearch;
import org.cotsim.simulator.execute.indexed.tree.ValueBook;

/**
 * Different keys of one or two pairs in an {@link ArcIndex} for each class of flags; a {@link
 * TreeState} once keys of a class leave their circle, or values are many.
 *
 * <p>Cost: O(1) time per token where keys arrive in order and queries find neighbours of what the
 * one before found, O(log keys) elsewhere; about 17 bytes per different key.
 */
final class ArcState extends HeadState {

  private ArcIndex[] indexes = {}; // [class]
  private ArcIndex[] present = {}; // those that there are, in the order of their arrival
  private double[] bounds = {}; // of them
  private int met;
  private final ValueBook book = new ValueBook();
  private final ArcSearch search;
  private TreeState tree; // instead of indexes, from some position on

  ArcState(HeadPlan plan) {
    super(plan);
    this.search = new ArcSearch(plan.space(), query, book);
  }

  @Override
  void insert(int number) {
    if (tree == null && !insertInIndex(number)) {
      toTree();
    }
    if (tree != null) {
      System.arraycopy(key, 0, tree.key, 0, key.length);
      System.arraycopy(value, 0, tree.value, 0, value.length);
      tree.insert(number);
    }
  }

  private boolean insertInIndex(int number) {
    if (number >= indexes.length) {
      indexes = Arrays.copyOf(indexes, 2 * number + 1);
    }
    if (indexes[number] == null) {
      indexes[number] = new ArcIndex(plan.space().split(), plan.classVectors.get(number));
      present = Arrays.copyOf(present, met + 1);
      bounds = new double[met + 1];
      present[met++] = indexes[number];
    }
    int known = book.number(value);
    return known != ValueBook.FULL && indexes[number].insert(key, known);
  }

  private void toTree() {
    tree = new TreeState(plan);
    for (int i = 0; i < indexes.length; i++) {
      if (indexes[i] != null) {
        tree.insertAll(i, indexes[i], book);
      }
    }
    indexes = new ArcIndex[0];
    present = indexes;
  }

  @Override
  void attend(int number) {
    if (tree != null) {
      System.arraycopy(query, 0, tree.query, 0, query.length);
      tree.attend(number);
      System.arraycopy(tree.mixed, 0, mixed, 0, mixed.length);
      return;
    }
    search.begin();
    int best = -1;
    for (int i = 0; i < met; i++) {
      bounds[i] = search.bound(present[i]);
      best = best < 0 || bounds[i] > bounds[best] ? i : best;
    }
    if (best >= 0) {
      search.visit(present[best]);
    }
    for (int i = 0; i < met; i++) {
      if (i != best && bounds[i] >= search.threshold()) {
        search.visit(present[i]);
      }
    }
    divide(search.sums(), search.count());
  }

  @Override
  long bytes() {
    return tree != null ? tree.bytes() : Arrays.stream(present).mapToLong(ArcIndex::bytes).sum();
  }
}
