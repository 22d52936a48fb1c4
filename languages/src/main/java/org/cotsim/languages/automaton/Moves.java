package org.cotsim.languages.automaton;

/** Transitions in order of their source state; label -1 reads nothing. */
final class Moves {

  private final int[] first;
  private final int[] label;
  private final int[] target;

  /** Sorts transitions by counting; the target array may be longer than the others. */
  Moves(int states, int[] from, int[] labels, int[] targets) {
    first = new int[states + 1];
    label = new int[from.length];
    target = new int[from.length];
    for (int source : from) {
      first[source + 1]++;
    }
    for (int q = 0; q < states; q++) {
      first[q + 1] += first[q];
    }
    int[] next = first.clone();
    for (int t = 0; t < from.length; t++) {
      int place = next[from[t]]++;
      label[place] = labels[t];
      target[place] = targets[t];
    }
  }

  int states() {
    return first.length - 1;
  }

  /** The first move of a state; the one after its last is the first of the next state. */
  int first(int state) {
    return first[state];
  }

  int label(int move) {
    return label[move];
  }

  int target(int move) {
    return target[move];
  }
}
