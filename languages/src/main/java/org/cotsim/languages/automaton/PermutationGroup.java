package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotsim.languages.automaton.TransitionMonoid.Groups;

/** Finite groups given by all their elements as permutations. */
final class PermutationGroup {

  private static final int MAX_ORDER = 1_000;
  private static final int SMALLEST_NON_SOLVABLE = 60;

  private PermutationGroup() {}

  /** Solvable or not, by the derived series; too large beyond a thousand elements. */
  static Groups kind(List<int[]> group) {
    List<int[]> series = group;
    while (series.size() >= SMALLEST_NON_SOLVABLE) {
      if (series.size() > MAX_ORDER) {
        return Groups.TOO_LARGE;
      }
      List<int[]> derived = closure(commutators(series));
      if (derived.size() == series.size()) {
        return Groups.NON_SOLVABLE;
      }
      series = derived;
    }
    return Groups.SOLVABLE;
  }

  private static Set<Maps.Key> commutators(List<int[]> group) {
    Set<Maps.Key> commutators = new LinkedHashSet<>();
    for (int[] x : group) {
      for (int[] y : group) {
        int[] back = Maps.then(Maps.inverse(x), Maps.inverse(y));
        commutators.add(new Maps.Key(Maps.then(back, Maps.then(x, y))));
      }
    }
    return commutators;
  }

  private static List<int[]> closure(Set<Maps.Key> generators) {
    Set<Maps.Key> seen = new LinkedHashSet<>(generators);
    List<int[]> elements = new ArrayList<>();
    generators.forEach(key -> elements.add(key.map()));
    for (int i = 0; i < elements.size(); i++) {
      for (Maps.Key generator : generators) {
        int[] product = Maps.then(elements.get(i), generator.map());
        if (seen.add(new Maps.Key(product))) {
          elements.add(product);
        }
      }
    }
    return elements;
  }
}
