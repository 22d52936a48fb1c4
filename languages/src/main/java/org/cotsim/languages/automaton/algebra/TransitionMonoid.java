package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The maps that words induce on the states of a minimal automaton: the syntactic monoid.
 *
 * <p>Cost: monoid elements times states times symbols; given up beyond {@value #MAX_ENTRIES} table
 * entries.
 */
public final class TransitionMonoid {

  private static final int MAX_ENTRIES = 1_000_000;
  private static final long MAX_WORK = 40_000_000; // elements looked at, length by length

  private final List<int[]> elements = new ArrayList<>(); // the identity first
  private final List<int[]> products = new ArrayList<>(); // [elements][letters]
  private final Map<Maps.Key, Integer> numbers = new HashMap<>();
  private final boolean complete;

  /** The monoid of an automaton, given by the states after each state and letter. */
  public TransitionMonoid(int[][] next) {
    List<int[]> letters = new ArrayList<>();
    for (int a = 0; a < next[0].length; a++) {
      int[] map = new int[next.length];
      for (int q = 0; q < map.length; q++) {
        map[q] = next[q][a];
      }
      letters.add(map);
    }
    number(Maps.identity(next.length));
    int done = 0;
    while (done < elements.size() && (long) elements.size() * next.length <= MAX_ENTRIES) {
      int[] element = elements.get(done++);
      products.add(letters.stream().mapToInt(map -> number(Maps.then(element, map))).toArray());
    }
    this.complete = done == elements.size();
  }

  private int number(int[] map) {
    Integer known = numbers.putIfAbsent(new Maps.Key(map), elements.size());
    if (known == null) {
      elements.add(map);
      return elements.size() - 1;
    }
    return known;
  }

  /** The number of elements; empty if there are too many. */
  public Optional<Integer> size() {
    return complete ? Optional.of(elements.size()) : Optional.empty();
  }

  /** The number of states that the maps are of. */
  public int states() {
    return elements.get(0).length;
  }

  /** The number of letters. */
  public int letters() {
    return products.get(0).length;
  }

  /** The element of a letter. */
  public int letter(int a) {
    return products.get(0)[a];
  }

  /** The element of one word followed by another; the monoid must be complete. */
  public int product(int first, int second) {
    return numbers.get(new Maps.Key(Maps.then(elements.get(first), elements.get(second))));
  }

  /** Where an element leads from each state. */
  int[] map(int element) {
    return elements.get(element).clone();
  }

  /** The element of a word that is one letter longer; the monoid must be complete. */
  int longer(int element, int letter) {
    return products.get(element)[letter];
  }

  /** The state to which an element leads from a state. */
  public int state(int element, int from) {
    return elements.get(element)[from];
  }

  /**
   * Whether no group of more than one element lies inside the image of the words of one length,
   * which is so just if the language is in AC0; empty if the monoid is too large.
   *
   * <p>The images of longer and longer words come back to one that is a semigroup, and it is enough
   * that this one is aperiodic. Source: Barrington, Compton, Straubing and Therien 1992.
   */
  Optional<Boolean> isQuasiAperiodic() {
    return complete
        ? stable().map(set -> set.stream().mapToObj(elements::get).allMatch(Maps::isAperiodic))
        : Optional.empty();
  }

  /** The elements of the words of a length that are also those of the words twice as long. */
  private Optional<BitSet> stable() {
    Map<BitSet, Integer> seen = new HashMap<>();
    List<BitSet> byLength = new ArrayList<>();
    BitSet set = new BitSet();
    set.set(0);
    long work = 0;
    while (!seen.containsKey(set)) {
      seen.put(set, byLength.size());
      byLength.add(set);
      work += set.cardinality() + elements.size() / Long.SIZE;
      if (work > MAX_WORK) {
        return Optional.empty();
      }
      set = longer(set);
    }
    int first = seen.get(set);
    int period = byLength.size() - first;
    int length = Math.max(1, (first + period - 1) / period) * period;
    return Optional.of(byLength.get(first + (length - first) % period));
  }

  private BitSet longer(BitSet set) {
    BitSet longer = new BitSet(elements.size());
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      for (int product : products.get(i)) {
        longer.set(product);
      }
    }
    return longer;
  }
}
