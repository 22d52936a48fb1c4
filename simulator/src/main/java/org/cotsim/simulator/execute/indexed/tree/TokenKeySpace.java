package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The components of keys of which the token decides flags and one pair, and all values. */
public final class TokenKeySpace {

  static final int REST = 2; // sources from here on are components of the rest

  final TokenKeys keys;
  final TokenVectors values;
  final int[] valueOf; // [part], if the token key decides key and value, whose sums are exact
  final int[] classes; // indices into kept
  final int[] pairMoving; // indices into moving
  final int[] pair; // indices into kept
  final int[] rest; // indices into moving: what is left
  final int[][] groups; // indices into the rest that share a norm
  final int[] restKept; // [rest], indices into kept
  final int[] sources; // [kept]: ~ a flag, 0 or 1 in the pair, or REST plus a component of the rest

  /**
   * The components.
   *
   * @param pair the group of the split that is the pair
   * @param exactSums values are integers, whose sums do not depend on the order
   */
  public TokenKeySpace(
      KeySplit split, int pair, TokenKeys keys, TokenVectors values, boolean exactSums) {
    this.keys = keys;
    this.values = values;
    this.classes = split.classes;
    this.valueOf =
        exactSums && split.moving.length == 2 ? keys.valuesOfParts(values).orElse(null) : null;
    int[] own = split.groups[pair];
    this.pairMoving = own;
    this.pair = IntStream.of(own).map(m -> split.moving[m]).toArray();
    this.rest =
        IntStream.range(0, split.moving.length).filter(m -> m != own[0] && m != own[1]).toArray();
    this.restKept = IntStream.of(rest).map(m -> split.moving[m]).toArray();
    this.groups =
        IntStream.range(0, split.groups.length)
            .filter(g -> g != pair)
            .mapToObj(
                g -> IntStream.of(split.groups[g]).map(m -> Arrays.binarySearch(rest, m)).toArray())
            .toArray(int[][]::new);
    this.sources = split.sources();
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] >= 0) {
        int m = sources[i];
        sources[i] = m == own[0] ? 0 : m == own[1] ? 1 : REST + Arrays.binarySearch(rest, m);
      }
    }
  }

  /** The pair, as indices into moving. */
  public int[] pair() {
    return pairMoving.clone();
  }

  /** The number of different token keys. */
  public int size() {
    return keys.size();
  }

  /** A component of a value. */
  public double value(int number, int component) {
    return values.get(number, component);
  }

  /** Flags and pair of all keys, as components of the head's keys: kept ones, in that order. */
  public static int[] tokenComponents(KeySplit split, int pair) {
    return IntStream.concat(
            IntStream.of(split.classes), IntStream.of(split.groups[pair]).map(m -> split.moving[m]))
        .map(i -> split.kept[i])
        .toArray();
  }
}
