package org.cotsim.languages.automaton.algebra;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.automaton.algebra.StabilizerChain.TooLargeException;

/**
 * A group of permutations of {0 .. d-1}, given by generators.
 *
 * <p>Products act from the left to the right: first one permutation, then the next.
 */
public final class PermutationGroup {

  private final int degree;
  private final List<int[]> generators;

  private PermutationGroup(int degree, List<int[]> generators) {
    this.degree = degree;
    this.generators = generators;
  }

  /** The group that some permutations of so many points generate; repeated ones count once. */
  public static PermutationGroup of(int degree, Collection<int[]> generators) {
    Map<Maps.Key, int[]> different = new LinkedHashMap<>();
    int[] identity = Maps.identity(degree);
    for (int[] generator : generators) {
      if (!new Maps.Key(generator).equals(new Maps.Key(identity))) {
        different.putIfAbsent(new Maps.Key(generator), generator);
      }
    }
    return new PermutationGroup(degree, List.copyOf(different.values()));
  }

  /** The number of points. */
  public int degree() {
    return degree;
  }

  List<int[]> generators() {
    return generators;
  }

  /** Whether the identity is all there is. */
  public boolean isTrivial() {
    return generators.isEmpty();
  }

  /** Whether all generators commute. */
  public boolean isAbelian() {
    for (int[] x : generators) {
      for (int[] y : generators) {
        for (int i = 0; i < degree; i++) {
          if (y[x[i]] != x[y[i]]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The number of elements; empty if the group is too large to look at. */
  public Optional<BigInteger> order() {
    if (isRegularAbelian()) {
      return Optional.of(BigInteger.valueOf(degree));
    }
    try {
      return Optional.of(chain(generators).order());
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  /** An abelian group with one orbit has as many elements as points. */
  private boolean isRegularAbelian() {
    return isAbelian() && !isTrivial() && orbits().size() == 1;
  }

  /**
   * Whether the derived series ends in the identity; empty if the group is too large to tell.
   *
   * <p>A group is solvable just if what it does on each of its orbits is.
   */
  public Optional<Boolean> isSolvable() {
    if (isAbelian()) {
      return Optional.of(true);
    }
    boolean known = true;
    for (List<Integer> orbit : orbits()) {
      Optional<Boolean> there = on(orbit).isSolvableOnOneOrbit();
      if (there.isPresent() && !there.get()) {
        return there;
      }
      known &= there.isPresent();
    }
    return known ? Optional.of(true) : Optional.empty();
  }

  private Optional<Boolean> isSolvableOnOneOrbit() {
    if (degree < 5) {
      return Optional.of(true);
    }
    if (Giants.isGiant(this)) {
      return Optional.of(false);
    }
    try {
      PermutationGroup group = this;
      BigInteger order = chain(generators).order();
      while (!group.isAbelian()) {
        group = group.derived();
        BigInteger next = chain(group.generators).order();
        if (next.equals(order)) {
          return Optional.of(false);
        }
        order = next;
      }
      return Optional.of(true);
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  /** The normal closure of the commutators of the generators. */
  PermutationGroup derived() throws TooLargeException {
    Deque<int[]> todo = new ArrayDeque<>();
    for (int[] x : generators) {
      for (int[] y : generators) {
        todo.add(Maps.then(Maps.then(Maps.inverse(x), Maps.inverse(y)), Maps.then(x, y)));
      }
    }
    StabilizerChain chain = new StabilizerChain(degree);
    List<int[]> found = new ArrayList<>();
    while (!todo.isEmpty()) {
      int[] element = todo.poll();
      if (chain.add(element)) {
        found.add(element);
        for (int[] x : generators) {
          todo.add(Maps.then(Maps.then(Maps.inverse(x), element), x));
        }
      }
    }
    return new PermutationGroup(degree, found);
  }

  private StabilizerChain chain(List<int[]> permutations) throws TooLargeException {
    StabilizerChain chain = new StabilizerChain(degree);
    for (int[] permutation : permutations) {
      chain.add(permutation);
    }
    return chain;
  }

  /** The orbits of more than one point. */
  List<List<Integer>> orbits() {
    boolean[] seen = new boolean[degree];
    List<List<Integer>> orbits = new ArrayList<>();
    for (int start = 0; start < degree; start++) {
      List<Integer> orbit = new ArrayList<>(List.of(start));
      for (int i = 0; i < orbit.size() && !seen[start]; i++) {
        for (int[] generator : generators) {
          int image = generator[orbit.get(i)];
          if (!seen[image] && image != start) {
            seen[image] = true;
            orbit.add(image);
          }
        }
      }
      seen[start] = true;
      if (orbit.size() > 1) {
        orbits.add(orbit);
      }
    }
    return orbits;
  }

  private PermutationGroup on(List<Integer> orbit) {
    if (orbit.size() == degree) {
      return this;
    }
    int[] number = new int[degree];
    IntStream.range(0, orbit.size()).forEach(i -> number[orbit.get(i)] = i);
    return of(
        orbit.size(),
        generators.stream()
            .map(g -> orbit.stream().mapToInt(i -> number[g[i]]).toArray())
            .toList());
  }

  /**
   * All elements, the identity first.
   *
   * @return empty if there are more than {@code most}
   */
  public Optional<List<int[]>> elements(int most) {
    int[] identity = Maps.identity(degree);
    Map<Maps.Key, int[]> seen = new LinkedHashMap<>(Map.of(new Maps.Key(identity), identity));
    List<int[]> elements = new ArrayList<>(List.of(identity));
    for (int i = 0; i < elements.size(); i++) {
      for (int[] generator : generators) {
        int[] product = Maps.then(elements.get(i), generator);
        if (seen.putIfAbsent(new Maps.Key(product), product) == null) {
          elements.add(product);
          if (elements.size() > most) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(elements);
  }

  /** The usual name where it has one, otherwise its order. */
  public String name() {
    return GroupNames.of(this);
  }
}
