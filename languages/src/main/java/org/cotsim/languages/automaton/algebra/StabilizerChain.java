package org.cotsim.languages.automaton.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A permutation group as a chain of point stabilisers, which tells its order and its members.
 *
 * <p>Source: Sims 1970, with Schreier's lemma applied as each generator comes. Cost: polynomial in
 * the degree; given up beyond {@value #MAX_WORK} images computed.
 */
final class StabilizerChain {

  private static final long MAX_WORK = 60_000_000;

  /** A group that takes too long to look at. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The orbit of one base point under the permutations that fix the base points before it. */
  private static final class Level {
    private final int point;
    private final List<int[]> generators = new ArrayList<>();
    private final List<Integer> orbit = new ArrayList<>();
    private final int[][] toward; // by point of the orbit: a permutation that takes the base there

    Level(int point, int degree) {
      this.point = point;
      this.toward = new int[degree][];
      orbit.add(point);
      toward[point] = Maps.identity(degree);
    }
  }

  private final int degree;
  private final List<Level> levels = new ArrayList<>();
  private long work;

  StabilizerChain(int degree) {
    this.degree = degree;
  }

  /** Adds a generator; answers whether it was not in the group before. */
  boolean add(int[] permutation) throws TooLargeException {
    return add(0, permutation);
  }

  private boolean add(int from, int[] permutation) throws TooLargeException {
    if (isIdentity(sifted(from, permutation))) {
      return false;
    }
    if (from == levels.size()) {
      levels.add(new Level(movedPoint(permutation), degree));
    }
    Level level = levels.get(from);
    level.generators.add(permutation);
    int known = level.orbit.size();
    for (int i = 0; i < level.orbit.size(); i++) {
      List<int[]> fresh = i < known ? List.of(permutation) : List.copyOf(level.generators);
      for (int[] generator : fresh) {
        visit(from, level.orbit.get(i), generator);
      }
    }
    return true;
  }

  /** Extends the orbit, or adds what closes a cycle of it to the next level. */
  private void visit(int from, int point, int[] generator) throws TooLargeException {
    Level level = levels.get(from);
    int image = generator[point];
    int[] path = product(level.toward[point], generator);
    if (level.toward[image] == null) {
      level.toward[image] = path;
      level.orbit.add(image);
    } else {
      add(from + 1, product(path, Maps.inverse(level.toward[image])));
    }
  }

  boolean contains(int[] permutation) throws TooLargeException {
    return isIdentity(sifted(0, permutation));
  }

  private int[] sifted(int from, int[] permutation) throws TooLargeException {
    int[] rest = permutation;
    for (Level level : levels.subList(from, levels.size())) {
      int[] toward = level.toward[rest[level.point]];
      if (toward == null) {
        return rest;
      }
      rest = product(rest, Maps.inverse(toward));
    }
    return rest;
  }

  private int[] product(int[] first, int[] second) throws TooLargeException {
    work += degree;
    if (work > MAX_WORK) {
      throw new TooLargeException();
    }
    return Maps.then(first, second);
  }

  private static boolean isIdentity(int[] permutation) {
    for (int i = 0; i < permutation.length; i++) {
      if (permutation[i] != i) {
        return false;
      }
    }
    return true;
  }

  private static int movedPoint(int[] permutation) {
    int i = 0;
    while (permutation[i] == i) {
      i++;
    }
    return i;
  }

  BigInteger order() {
    return levels.stream()
        .map(level -> BigInteger.valueOf(level.orbit.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
