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
  private int found = ArcGlance.UNKNOWN; // by it, for the latest query
  private final ArcSearch search;
  private final ArcIndex.Changes changes = new ArcIndex.Changes();
  private int[] known = {}; // [value that a token decides], 1 + its number in the book, or 0
  private int[] numbers = {}; // [value in the book], its number in plan.valueVectors or NO_NUMBER
  private final int[] ends; // of the query: its first pair, and its last one
  private final int[] first; // pair of the moving components
  private final int[] second; // the same where there is only one
  private TreeState tree; // instead of indexes, from some position on

  ArcState(HeadPlan plan) {
    super(plan);
    int[][] pairs = plan.space().split().groups();
    this.ends = Arrays.stream(Expression.ends(plan)).map(c -> plan.moving[c]).toArray();
    this.first = pairs[0];
    this.second = pairs[pairs.length - 1];
    this.glance = new ArcGlance(plan.space(), query, book, changes);
    this.search = new ArcSearch(plan.space(), query, book);
  }

  @Override
  void insert(int number) {
    if (tree == null && !insertInIndex(number, number(value, NO_NUMBER))) {
      toTree();
    }
    if (tree != null) {
      System.arraycopy(key, 0, tree.key, 0, key.length);
      System.arraycopy(value, 0, tree.value, 0, value.length);
      tree.insert(number);
    }
  }

  private boolean insertInIndex(int number, int valueNumber) {
    return insert(
        number, valueNumber, key[first[0]], key[first[1]], key[second[0]], key[second[1]]);
  }

  /**
   * The same as {@link #offer} for a mask that is not strict.
   *
   * @param valueVector of the value, in {@code plan.valueVectors}
   * @param x the key: its first pair (x, y) and its last one
   */
  void offer(int number, int valueVector, double x, double y, double x2, double y2) {
    int valueNumber = valueVector < known.length ? known[valueVector] - 1 : -1;
    if (valueNumber < 0) {
      valueNumber = learn(valueVector);
    }
    if (!insert(number, valueNumber, x, y, x2, y2)) {
      System.arraycopy(plan.valueVectors.get(valueVector), 0, value, 0, value.length);
      key[first[0]] = x;
      key[first[1]] = y;
      key[second[0]] = x2;
      key[second[1]] = y2;
      insert(number);
    }
  }

  private int learn(int valueVector) {
    if (valueVector >= known.length) {
      known = Arrays.copyOf(known, 2 * valueVector + 2);
    }
    int number = number(plan.valueVectors.get(valueVector), valueVector);
    known[valueVector] = 1 + number;
    return number;
  }

  private int number(double[] vector, int valueVector) {
    int number = book.number(vector);
    if (number >= numbers.length) {
      int end = numbers.length;
      numbers = Arrays.copyOf(numbers, 2 * number + 2);
      Arrays.fill(numbers, end, numbers.length, NO_NUMBER);
    }
    if (number != ValueBook.FULL && valueVector >>> ANSWER_BITS == 0) {
      numbers[number] = valueVector;
    }
    return number;
  }

  /** Adds a position, unless there is a tree, or has to be. */
  private boolean insert(int number, int valueNumber, double x, double y, double x2, double y2) {
    if (valueNumber == ValueBook.FULL || tree != null) {
      return false;
    }
    ArcIndex index = number < indexes.length ? indexes[number] : null;
    if (index == null) {
      index = open(number);
    }
    return index.insert(x, y, x2, y2, valueNumber);
  }

  private ArcIndex open(int number) {
    if (number >= indexes.length) {
      indexes = Arrays.copyOf(indexes, 2 * number + 1);
    }
    ArcIndex index = new ArcIndex(plan.space().split(), plan.classVectors.get(number), changes);
    indexes[number] = index;
    present = Arrays.copyOf(present, met + 1);
    bounds = new double[met + 1];
    present[met++] = index;
    return index;
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
      answer = NO_NUMBER;
      found = ArcGlance.UNKNOWN;
      return;
    }
    int flags = ArcGlance.NO_NUMBER;
    if (!glance(flags, query[ends[0]], query[ends[1]], query[ends[2]], query[ends[3]])) {
      search();
    }
    fill();
  }

  /**
   * The same, for a query whose flags tokens decide.
   *
   * @param flags their number in {@code plan.queryFlags}
   * @param x the first pair (x, y), and the last one
   */
  void attend(int flags, double x, double y, double x2, double y2) {
    ask(flags, x, y, x2, y2);
    fill();
  }

  /**
   * The same, where {@code mixed} is not needed if the answer has a number.
   *
   * @param flags their number in {@code plan.queryFlags}
   * @param x the first pair (x, y), and the last one
   */
  void ask(int flags, double x, double y, double x2, double y2) {
    if (flags != glance.flagsNumber() || tree != null) {
      double[] vector = plan.queryFlags.get(flags);
      for (int c = 0; c < vector.length; c++) {
        query[plan.classes[c]] = vector[c];
      }
    }
    if (tree == null && glance(flags, x, y, x2, y2)) {
      return;
    }
    query[ends[0]] = x;
    query[ends[1]] = y;
    query[ends[2]] = x2;
    query[ends[3]] = y2;
    if (tree != null) {
      attend(-1);
    } else {
      search();
    }
  }

  private boolean glance(int flags, double x, double y, double x2, double y2) {
    found = glance.answer(present, met, flags, x, y, x2, y2, mixed);
    answer = found < 0 ? NO_NUMBER : numbers[found];
    if (answer < 0) {
      fill();
    }
    return found != ArcGlance.UNKNOWN;
  }

  @Override
  void fill() {
    if (found >= 0) {
      double[] vector = book.vector(found);
      for (int c = 0; c < mixed.length; c++) {
        mixed[c] = 0 + vector[c];
      }
    }
  }

  private void search() {
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
