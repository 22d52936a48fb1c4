package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/**
 * The maps that words induce on the states of a minimal automaton: the syntactic monoid.
 *
 * <p>Its maximal subgroups decide where the language stands. Cost: monoid elements times states
 * times symbols; given up beyond {@value #MAX_ENTRIES} table entries.
 */
public final class TransitionMonoid {

  private static final int MAX_ENTRIES = 1_000_000;

  /** What the groups inside a monoid are like. */
  public enum Groups {
    /** All have one element: the monoid is aperiodic and the language star-free. */
    TRIVIAL,
    /** Some has more elements, all are solvable. */
    SOLVABLE,
    /** Some is not solvable. */
    NON_SOLVABLE,
    /** The monoid or one of its groups is too large to tell. */
    TOO_LARGE
  }

  private final List<int[]> elements;
  private final boolean complete;

  private TransitionMonoid(List<int[]> elements, boolean complete) {
    this.elements = elements;
    this.complete = complete;
  }

  /** The monoid of a complete automaton. */
  public static TransitionMonoid of(CompactDFA<String> dfa) {
    List<int[]> generators = new ArrayList<>();
    for (int a = 0; a < dfa.getInputAlphabet().size(); a++) {
      int[] map = new int[dfa.size()];
      for (int q = 0; q < map.length; q++) {
        map[q] = dfa.getSuccessor(q, a);
      }
      generators.add(map);
    }
    List<int[]> elements = new ArrayList<>();
    Map<Maps.Key, Boolean> seen = new HashMap<>();
    add(Maps.identity(dfa.size()), elements, seen);
    for (int i = 0; i < elements.size(); i++) {
      for (int[] generator : generators) {
        add(Maps.then(elements.get(i), generator), elements, seen);
      }
      if ((long) elements.size() * dfa.size() > MAX_ENTRIES) {
        return new TransitionMonoid(elements, false);
      }
    }
    return new TransitionMonoid(elements, true);
  }

  private static void add(int[] map, List<int[]> elements, Map<Maps.Key, Boolean> seen) {
    if (seen.put(new Maps.Key(map), true) == null) {
      elements.add(map);
    }
  }

  /** The number of elements, or the number found before giving up. */
  public int size() {
    return elements.size();
  }

  /** What the maximal subgroups are like. */
  public Groups groups() {
    if (!complete) {
      return Groups.TOO_LARGE;
    }
    Groups worst = Groups.TRIVIAL;
    for (List<int[]> group : maximalSubgroups()) {
      Groups kind = group.size() == 1 ? Groups.TRIVIAL : PermutationGroup.kind(group);
      worst = kind.compareTo(worst) > 0 ? kind : worst;
    }
    return worst;
  }

  /** Each as permutations of the image of its idempotent, on which it acts faithfully. */
  private Iterable<List<int[]>> maximalSubgroups() {
    Map<Maps.Key, List<int[]>> groups = new LinkedHashMap<>();
    for (int[] element : elements) {
      int[] idempotent = Maps.idempotentPower(element);
      if (Arrays.equals(Maps.then(element, idempotent), element)) {
        groups
            .computeIfAbsent(new Maps.Key(idempotent), key -> new ArrayList<>())
            .add(Maps.onImage(element, idempotent));
      }
    }
    return groups.values();
  }
}
