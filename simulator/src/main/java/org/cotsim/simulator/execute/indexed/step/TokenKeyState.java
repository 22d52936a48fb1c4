package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.tree.TokenKeyIndex;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySearch;

/**
 * Keys by what the token decides of them, in a {@link TokenKeyIndex}; a {@link TreeState} or, for
 * digits, a {@link PatternState} once too many entries have to be looked at.
 *
 * <p>Cost: O(1) time per token where few positions share a token key and no others are near.
 */
final class TokenKeyState extends HeadState {

  private static final int MOST_WORK = 64; // entries per insertion or query, on the average
  private static final int FEWEST = 1 << 10; // insertions and queries before that counts

  private TokenKeyIndex index; // null once there is another state
  private TokenKeySearch search; // null from then on
  private HeadState other; // instead of the index, from some position on
  private long uses;

  TokenKeyState(HeadPlan plan) {
    super(plan);
    this.index = new TokenKeyIndex(plan.tokenKeys());
    this.search = new TokenKeySearch(index, query, plan.tolerance(), plan.liveValues);
  }

  @Override
  void insert(int number) {
    if (other == null) {
      index.insert(keyToken, valueToken, key);
      search.meet();
      count();
      return;
    }
    System.arraycopy(key, 0, other.key, 0, key.length);
    System.arraycopy(value, 0, other.value, 0, value.length);
    other.insert(number);
  }

  private void count() {
    uses++;
    if (uses > FEWEST && index.work() > MOST_WORK * uses) {
      giveUp();
    }
  }

  private void giveUp() {
    other = plan.hasDigits() ? new PatternState(plan) : new TreeState(plan);
    index.forEach(
        (flags, moving, found, count) -> {
          System.arraycopy(moving, 0, other.key, 0, moving.length);
          for (int c = 0; c < other.value.length; c++) {
            other.value[c] = plan.tokenKeys().value(found, plan.liveValues[c]);
          }
          int number = plan.classVectors.id(flags);
          for (int i = 0; i < count; i++) {
            other.insert(number);
          }
        });
    index = null;
    search = null;
  }

  @Override
  void attend(int number) {
    if (other != null) {
      System.arraycopy(query, 0, other.query, 0, query.length);
      other.attend(number);
      System.arraycopy(other.mixed, 0, mixed, 0, mixed.length);
      return;
    }
    search.run();
    divide(search.sums(), search.count());
    count();
  }

  @Override
  long bytes() {
    return other != null ? other.bytes() : index.bytes();
  }
}
