package org.cotsim.languages.automaton.algebra;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Maps of a finite set {0 .. n-1} into itself, as arrays of images. */
final class Maps {

  private Maps() {}

  /** A map that is equal to another with the same images. */
  static final class Key {
    private final int[] map;

    Key(int[] map) {
      this.map = map;
    }

    int[] map() {
      return map;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(map, key.map);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(map);
    }
  }

  static int[] identity(int size) {
    return IntStream.range(0, size).toArray();
  }

  /** First one map, then the other. */
  static int[] then(int[] first, int[] second) {
    int[] both = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      both[i] = second[first[i]];
    }
    return both;
  }

  /** The one power of a map that is its own square; O(n log n) for n points. */
  static int[] idempotentPower(int[] map) {
    int[] onCycle = power(map, map.length); // after so many steps every point is on a cycle
    int[] power = new int[map.length];
    int[] place = new int[map.length]; // on its cycle, counted from 1
    int[][] cycle = new int[map.length][];
    for (int i = 0; i < map.length; i++) {
      int point = onCycle[i];
      if (place[point] == 0) {
        int[] points = IntStream.iterate(point, p -> map[p]).limit(period(map, point)).toArray();
        for (int k = 0; k < points.length; k++) {
          place[points[k]] = k + 1;
          cycle[points[k]] = points;
        }
      }
      int[] points = cycle[point];
      int back = map.length % points.length; // as many steps as would lead back to where i began
      power[i] = points[(place[point] - 1 + points.length - back) % points.length];
    }
    return power;
  }

  private static int[] power(int[] map, int exponent) {
    int[] result = identity(map.length);
    int[] square = map;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? then(result, square) : result;
      square = then(square, square);
    }
    return result;
  }

  private static int period(int[] map, int onCycle) {
    int period = 1;
    for (int j = map[onCycle]; j != onCycle; j = map[j]) {
      period++;
    }
    return period;
  }

  /** A permutation's inverse. */
  static int[] inverse(int[] map) {
    int[] inverse = new int[map.length];
    for (int i = 0; i < map.length; i++) {
      inverse[map[i]] = i;
    }
    return inverse;
  }

  /** Whether some power of a map is equal to the next one. */
  static boolean isAperiodic(int[] map) {
    int[] idempotent = idempotentPower(map);
    return Arrays.equals(then(idempotent, map), idempotent);
  }
}
