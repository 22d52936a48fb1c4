package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.tree.TokenKeyIndex;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySearch;

/**
 * Keys by what the token decides of them, in a {@link TokenKeyIndex}; a {@link TreeState} once too
 * many entries have to be looked at.
 *
 * <p>Cost: O(1) time per token where few positions share a token key and no others are near.
 */
final class TokenKeyState extends HeadState {

  private static final int MOST_WORK = 64; // entries per insertion or query, on the average
  private static final int FEWEST = 1 << 10; // insertions and queries before that counts

  private TokenKeyIndex index; // null once there is a tree
  private final TokenKeySearch search;
  private TreeState tree;
  private long uses;

  TokenKeyState(HeadPlan plan) {
    super(plan);
    this.index = new TokenKeyIndex(plan.tokenKeys());
    this.search = new TokenKeySearch(index, query, plan.tolerance(), plan.liveValues);
  }

  @Override
  void insert(int number) {
    if (tree == null) {
      index.insert(keyToken, valueToken, key);
      search.meet();
      count();
      return;
    }
    System.arraycopy(key, 0, tree.key, 0, key.length);
    System.arraycopy(value, 0, tree.value, 0, value.length);
    tree.insert(number);
  }

  private void count() {
    uses++;
    if (uses > FEWEST && index.work() > MOST_WORK * uses) {
      toTree();
    }
  }

  private void toTree() {
    tree = new TreeState(plan);
    index.forEach(
        (flags, moving, found, count) -> {
          System.arraycopy(moving, 0, tree.key, 0, moving.length);
          for (int c = 0; c < tree.value.length; c++) {
            tree.value[c] = plan.tokenKeys().value(found, plan.liveValues[c]);
          }
          int number = plan.classVectors.id(flags);
          for (int i = 0; i < count; i++) {
            tree.insert(number);
          }
        });
    index = null;
  }

  @Override
  void attend(int number) {
    if (tree != null) {
      System.arraycopy(query, 0, tree.query, 0, query.length);
      tree.attend(number);
      System.arraycopy(tree.mixed, 0, mixed, 0, mixed.length);
      return;
    }
    search.run();
    divide(search.sums(), search.count());
    count();
  }

  @Override
  long bytes() {
    return tree != null ? tree.bytes() : index.bytes();
  }
}
