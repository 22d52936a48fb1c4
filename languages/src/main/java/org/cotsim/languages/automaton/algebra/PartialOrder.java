package org.cotsim.languages.automaton.algebra;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whether the only cycles of an automaton are loops at a state, and then how deep it is. */
public final class PartialOrder {

  private PartialOrder() {}

  /**
   * The longest path, in transitions, from the initial state 0 to each state; empty if there is a
   * cycle of more than one state.
   *
   * @param next the states after each state and letter, all reachable from 0
   */
  public static Optional<int[]> of(int[][] next) {
    int[] into = new int[next.length];
    for (int q = 0; q < next.length; q++) {
      for (int target : next[q]) {
        into[target] += target == q ? 0 : 1;
      }
    }
    int[] depth = new int[next.length];
    Deque<Integer> ready = new ArrayDeque<>();
    if (into[0] == 0) {
      ready.add(0);
    }
    int finished = 0;
    while (!ready.isEmpty()) {
      int q = ready.poll();
      finished++;
      for (int target : next[q]) {
        if (target != q) {
          depth[target] = Math.max(depth[target], depth[q] + 1);
          into[target]--;
          if (into[target] == 0) {
            ready.add(target);
          }
        }
      }
    }
    return finished == next.length ? Optional.of(depth) : Optional.empty();
  }
}
