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

  /** The one power of a map that is its own square. */
  static int[] idempotentPower(int[] map) {
    int[] power = new int[map.length];
    for (int i = 0; i < map.length; i++) {
      int onCycle = steps(map, i, map.length);
      int period = 1;
      for (int j = map[onCycle]; j != onCycle; j = map[j]) {
        period++;
      }
      int back = map.length % period;
      power[i] = steps(map, onCycle, back == 0 ? 0 : period - back);
    }
    return power;
  }

  private static int steps(int[] map, int start, int count) {
    int i = start;
    for (int k = 0; k < count; k++) {
      i = map[i];
    }
    return i;
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
