package org.cotsim.languages.automaton;

import java.util.Arrays;

/** Growing lists of numbers, as many as there are symbols. */
final class IntLists {

  private final int[][] lists;
  private final int[] sizes;

  IntLists(int count) {
    this.lists = new int[count][4];
    this.sizes = new int[count];
  }

  void add(int list, int number) {
    if (sizes[list] == lists[list].length) {
      lists[list] = Arrays.copyOf(lists[list], 2 * sizes[list]);
    }
    lists[list][sizes[list]++] = number;
  }

  int size(int list) {
    return sizes[list];
  }

  /** What the list holds; it is empty afterwards. */
  int[] take(int list) {
    int[] numbers = Arrays.copyOf(lists[list], sizes[list]);
    sizes[list] = 0;
    return numbers;
  }
}
