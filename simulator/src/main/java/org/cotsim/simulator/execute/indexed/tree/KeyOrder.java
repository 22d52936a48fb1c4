package org.cotsim.simulator.execute.indexed.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order of keys in a tree of boxes: by the angles of pairs of components, cut to a grid that is
 * far coarser than rounding errors, then by all components.
 *
 * <p>Keys that are equal but for rounding stay together, equal keys meet, neighbours on a circle
 * are neighbours, and pairs of hashes are ordered by their first half.
 */
final class KeyOrder {

  private static final double CELLS = 0x1p34; // per unit of the angle, which is between -2 and 2

  private final int[][] parts; // pairs and single components
  private final double[] grid;
  private final int dimensions;

  KeyOrder(KeySplit split) {
    List<int[]> parts = new ArrayList<>();
    for (int[] group : split.groups) {
      for (int i = 0; i < group.length; i += 2) {
        boolean pair = i + 1 < group.length;
        parts.add(pair ? new int[] {group[i], group[i + 1]} : new int[] {group[i]});
      }
    }
    this.parts = parts.toArray(int[][]::new);
    this.grid = split.grid;
    this.dimensions = split.moving.length;
  }

  /** The numbers in a rank. */
  int length() {
    return parts.length + dimensions;
  }

  /** The rank of a key: ranks are compared number by number. */
  void rank(double[] key, double[] into) {
    cells(key, into);
    for (int d = 0; d < dimensions; d++) {
      into[parts.length + d] = key[d];
    }
  }

  /** A rank just after those of all keys that equal this one but for rounding. */
  void rankAfter(double[] key, double[] into) {
    cells(key, into);
    Arrays.fill(into, parts.length, into.length, Double.POSITIVE_INFINITY);
  }

  private void cells(double[] key, double[] into) {
    for (int i = 0; i < parts.length; i++) {
      int[] part = parts[i];
      into[i] =
          part.length == 2
              ? cell(key[part[0]], key[part[1]])
              : Math.floor(key[part[0]] * grid[part[0]]);
    }
  }

  /** The cell of a pair of components; falls with the angle of the vector that they form. */
  static double cell(double x, double y) {
    return Math.floor(angle(x, y) * CELLS);
  }

  /**
   * Falls with the angle of a vector, from 2 to -2 where that goes from -pi to pi: hashes of counts
   * that grow come later, where nodes are split so that they stay full.
   */
  static double angle(double x, double y) {
    double length = Math.abs(x) + Math.abs(y);
    if (length == 0) {
      return 0;
    }
    double height = y / length;
    if (x >= 0) {
      return -height;
    }
    return y >= 0 ? height - 2 : 2 + height;
  }
}
