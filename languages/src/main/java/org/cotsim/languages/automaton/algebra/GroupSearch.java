package org.cotsim.languages.automaton.algebra;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for a group that is not solvable among those of short words, where there are too many image
 * sets to look at all of them.
 *
 * <p>A word w has an idempotent power e, with image J; every word u that keeps J one-to-one and
 * leads it into a transversal of e makes u e a permutation of J. These generate a subgroup of the
 * group of J, and a group is not solvable if a subgroup is not: a find is a proof, and none is no
 * proof. Cost: within a second for some hundred states.
 */
final class GroupSearch {

  private static final int MOST_WORDS = 2_000;
  private static final int MOST_IDEMPOTENTS = 100;
  private static final int MOST_IMAGES = 20_000; // of one set J
  private static final int MOST_GENERATORS = 12;
  private static final int SMALLEST = 5; // groups of fewer points are solvable
  private static final int LARGEST = 12;

  private final int[][] next; // [states][letters]

  private GroupSearch(int[][] next) {
    this.next = next;
  }

  /**
   * A group that is not solvable, of permutations of some set of states; empty if none is found.
   */
  static Optional<PermutationGroup> nonSolvable(int[][] next) {
    GroupSearch search = new GroupSearch(next);
    return search.idempotents().stream()
        .map(search::group)
        .filter(group -> group.isSolvable().equals(Optional.of(false)))
        .findFirst();
  }

  /** Idempotent powers of the shortest words with images of a fitting size, the smallest first. */
  private List<int[]> idempotents() {
    Map<Maps.Key, int[]> byImage = new LinkedHashMap<>();
    Set<Maps.Key> seen = new HashSet<>();
    Deque<int[]> todo = new ArrayDeque<>(List.of(Maps.identity(next.length)));
    for (int i = 0; i < MOST_WORDS && !todo.isEmpty(); i++) {
      int[] word = todo.poll();
      int[] idempotent = Maps.idempotentPower(word);
      int[] image = image(idempotent);
      if (image.length >= SMALLEST && image.length <= LARGEST) {
        byImage.putIfAbsent(new Maps.Key(image), idempotent);
      }
      for (int a = 0; a < next[0].length; a++) {
        int[] longer = moved(word, a);
        if (seen.add(new Maps.Key(longer))) {
          todo.add(longer);
        }
      }
    }
    return byImage.values().stream()
        .sorted(Comparator.comparingInt(idempotent -> image(idempotent).length))
        .limit(MOST_IDEMPOTENTS)
        .toList();
  }

  private static int[] image(int[] map) {
    return Arrays.stream(map).distinct().sorted().toArray();
  }

  private int[] moved(int[] states, int letter) {
    return Arrays.stream(states).map(q -> next[q][letter]).toArray();
  }

  /** Permutations of the image of an idempotent by words, the shortest first. */
  private PermutationGroup group(int[] idempotent) {
    int[] image = image(idempotent);
    Map<Integer, Integer> place = new HashMap<>();
    IntStream.range(0, image.length).forEach(i -> place.put(image[i], i));
    Map<Maps.Key, int[]> permutations = new LinkedHashMap<>();
    Set<Maps.Key> seen = new HashSet<>(Set.of(new Maps.Key(image)));
    List<int[]> reached = new ArrayList<>(List.of(image));
    for (int i = 0; i < reached.size() && permutations.size() < MOST_GENERATORS; i++) {
      for (int a = 0; a < next[0].length && reached.size() < MOST_IMAGES; a++) {
        int[] states = moved(reached.get(i), a);
        if (image(states).length == image.length && seen.add(new Maps.Key(states))) {
          reached.add(states);
          int[] back = Arrays.stream(states).map(q -> place.get(idempotent[q])).toArray();
          if (image(back).length == image.length) {
            permutations.putIfAbsent(new Maps.Key(back), back);
          }
        }
      }
    }
    return PermutationGroup.of(image.length, permutations.values());
  }
}
