package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.tree.ArcGlance;
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
  private final ArcGlance glance;
  private final ArcSearch search;
  private int changes; // of what the glance must know
  private double[] latest = {}; // value
  private int latestNumber;
  private TreeState tree; // instead of indexes, from some position on

  ArcState(HeadPlan plan) {
    super(plan);
    this.glance = new ArcGlance(plan.space(), query, book);
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
      changes++;
    }
    int known = numberOfValue();
    ArcIndex index = indexes[number];
    int before = index.changes();
    boolean inserted = known != ValueBook.FULL && index.insert(key, known);
    changes += index.changes() - before;
    return inserted;
  }

  private int numberOfValue() {
    boolean isLatest = latest.length > 0;
    for (int c = 0; c < latest.length; c++) {
      isLatest &= value[c] == latest[c];
    }
    if (!isLatest) {
      latestNumber = book.number(value);
      latest = value.clone();
    }
    return latestNumber;
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
    if (glance.answer(present, met, changes, mixed)) {
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
