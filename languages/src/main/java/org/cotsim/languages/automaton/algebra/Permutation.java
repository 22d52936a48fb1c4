package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A permutation of {0 .. d-1}; products act from the left to the right.
 *
 * @param images where each point goes
 */
public record Permutation(List<Integer> images) {

  public Permutation {
    images = List.copyOf(images);
  }

  static Permutation of(int[] map) {
    return new Permutation(Arrays.stream(map).boxed().toList());
  }

  static Permutation identity(int degree) {
    return new Permutation(IntStream.range(0, degree).boxed().toList());
  }

  int[] toMap() {
    return images.stream().mapToInt(i -> i).toArray();
  }

  /** Where a point goes. */
  public int of(int point) {
    return images.get(point);
  }

  /** First this one, then another. */
  public Permutation then(Permutation next) {
    return new Permutation(images.stream().map(next.images::get).toList());
  }

  public Permutation inverse() {
    return of(Maps.inverse(toMap()));
  }

  public boolean isIdentity() {
    return IntStream.range(0, images.size()).allMatch(i -> images.get(i) == i);
  }

  /**
   * In cycle notation, fixed points left out: {@code (1 2)(3 4)}, the identity {@code ()}.
   *
   * @param names of the points
   * @param between the points of a cycle
   */
  public String cycles(IntFunction<String> names, String between) {
    StringBuilder text = new StringBuilder();
    BitSet done = new BitSet();
    for (int start = 0; start < images.size(); start++) {
      if (of(start) != start && !done.get(start)) {
        List<String> cycle = new ArrayList<>();
        for (int point = start; !done.get(point); point = of(point)) {
          done.set(point);
          cycle.add(names.apply(point));
        }
        text.append('(').append(String.join(between, cycle)).append(')');
      }
    }
    return text.isEmpty() ? "()" : text.toString();
  }

  /** The product of so many copies of it. */
  public Permutation power(int exponent) {
    Permutation power = identity(images.size());
    for (int i = 0; i < exponent; i++) {
      power = power.then(this);
    }
    return power;
  }
}
