package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Image sets that words lead from each to the other, all of one size, labelled through the maps
 * from one of them, the representative, along a tree of letters.
 */
final class ImageClass {

  private final ImageSets sets;
  private final int number;
  private final int[] members; // in ascending order, the representative first
  private Map<Integer, int[]> maps; // by member, where each state of the representative goes

  ImageClass(ImageSets sets, int number, int[] members) {
    this.sets = sets;
    this.number = number;
    this.members = members;
  }

  int representative() {
    return members[0];
  }

  int[] members() {
    return members;
  }

  /** How many states each of the sets holds. */
  int rank() {
    return sets.set(members[0]).cardinality();
  }

  /** Where the states of the representative, in ascending order, go in a member. */
  int[] map(int member) {
    return maps().get(member);
  }

  private Map<Integer, int[]> maps() {
    if (maps == null) {
      maps = new HashMap<>();
      maps.put(members[0], sets.set(members[0]).stream().toArray());
      List<Integer> reached = new ArrayList<>(List.of(members[0]));
      for (int i = 0; i < reached.size(); i++) {
        int from = reached.get(i);
        for (int a = 0; a < sets.letters() && sets.isExplored(from); a++) {
          int to = sets.after(from, a);
          if (sets.classOf(to) == number && !maps.containsKey(to)) {
            maps.put(to, moved(maps.get(from), a));
            reached.add(to);
          }
        }
      }
    }
    return maps;
  }

  private int[] moved(int[] states, int letter) {
    return Arrays.stream(states).map(q -> sets.next(q, letter)).toArray();
  }

  /** The permutations of the representative by the words that lead it to itself. */
  PermutationGroup group() {
    int rank = rank();
    List<int[]> generators = new ArrayList<>(); // by Schreier's lemma
    if (rank > 1) {
      for (int from : members) {
        for (int a = 0; a < sets.letters() && sets.isExplored(from); a++) {
          int to = sets.after(from, a);
          if (sets.classOf(to) == number) {
            generators.add(permutation(moved(map(from), a), map(to)));
          }
        }
      }
    }
    return PermutationGroup.of(rank, generators);
  }

  private static int[] permutation(int[] moved, int[] target) {
    Map<Integer, Integer> place = new HashMap<>();
    for (int i = 0; i < target.length; i++) {
      place.put(target[i], i);
    }
    return Arrays.stream(moved).map(place::get).toArray();
  }
}
