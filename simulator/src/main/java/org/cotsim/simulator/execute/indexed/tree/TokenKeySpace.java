package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The components of keys of which the token decides flags and one pair or digits, and all values.
 */
public final class TokenKeySpace {

  final TokenKeys keys;
  final TokenVectors values;
  private final TokenNumbers table;
  private final int valueColumn; // of the numbers of values, below 0 if keys decide them
  final int[] valueOf; // [part], if the token key decides key and value, whose sums are exact
  final int[] classes; // indices into kept
  final int[] ownMoving; // the pair or the digits, indices into moving
  final int[] own; // and into kept
  final int[] rest; // indices into moving: what is left
  final int[][] groups; // indices into the rest that share a norm
  final int[] restKept; // [rest], indices into kept
  final int[] sources; // [kept]: ~ a flag, a component of the own ones, or these plus the rest

  /**
   * The components.
   *
   * @param own the pair or the digits: indices into moving, ascending
   * @param exactSums values are integers, whose sums do not depend on the order
   * @param table of the model
   */
  public TokenKeySpace(
      KeySplit split,
      int[] own,
      TokenKeys keys,
      TokenVectors values,
      boolean exactSums,
      TokenNumbers table) {
    this.keys = keys;
    this.values = values;
    this.table = table;
    this.classes = split.classes;
    this.valueOf =
        exactSums && split.moving.length == own.length
            ? keys.valuesOfParts(values).orElse(null)
            : null;
    this.valueColumn = valueOf == null ? values.column(table) : -1;
    this.ownMoving = own;
    this.own = IntStream.of(own).map(m -> split.moving[m]).toArray();
    this.rest =
        IntStream.range(0, split.moving.length)
            .filter(m -> Arrays.binarySearch(own, m) < 0)
            .toArray();
    this.restKept = IntStream.of(rest).map(m -> split.moving[m]).toArray();
    this.groups =
        Arrays.stream(split.groups)
            .map(
                group ->
                    IntStream.of(group)
                        .map(m -> Arrays.binarySearch(rest, m))
                        .filter(r -> r >= 0)
                        .toArray())
            .filter(group -> group.length > 0)
            .toArray(int[][]::new);
    this.sources = split.sources();
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] >= 0) {
        int at = Arrays.binarySearch(own, sources[i]);
        sources[i] = at >= 0 ? at : own.length + Arrays.binarySearch(rest, sources[i]);
      }
    }
  }

  /** The pair or the digits, as indices into moving. */
  public int[] own() {
    return ownMoving.clone();
  }

  /** The number of different token keys. */
  public int size() {
    return keys.size();
  }

  /** The number of the value that a token has. */
  int valueOf(int token) {
    return table.of(token, valueColumn);
  }

  /** A component of a value. */
  public double value(int number, int component) {
    return values.get(number, component);
  }

  /** Flags and own ones of all keys, as components of the head's keys, in that order. */
  public static int[] tokenComponents(KeySplit split, int[] own) {
    return IntStream.concat(
            IntStream.of(split.classes), IntStream.of(own).map(m -> split.moving[m]))
        .map(i -> split.kept[i])
        .toArray();
  }
}
