package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The components of a head's keys: those that make classes, and those that are searched. */
public final class KeySplit {

  /** The most classes of flags. */
  public static final int MOST_CLASSES = 64;

  private static final int GRID_BITS = 36; // rounding errors are near 2^-50

  public final int[] kept; // components that matter, ascending
  public final int[] classes; // indices into kept: components that few tokens tell apart
  public final int[] moving; // indices into kept: the others
  final double[] grid; // [moving], cells per unit: a power of two, 2^36 for numbers up to 1
  final int[][] groups; // indices into moving, together a partition: those that share a norm

  public KeySplit(int[] kept, int[] classes, int[] moving, double[] grid, int[][] groups) {
    this.kept = kept;
    this.classes = classes;
    this.moving = moving;
    this.grid = grid;
    this.groups = groups;
  }

  /** Indices into moving, together a partition: those that share a norm. */
  public int[][] groups() {
    return groups;
  }

  /** Whether all that moves is one or two pairs of components, each with a norm of its own. */
  public boolean isPairs() {
    return groups.length >= 1
        && groups.length <= 2
        && Arrays.stream(groups).allMatch(group -> group.length == 2);
  }

  /** The components of each pair, as indices into kept, where {@link #isPairs}. */
  int[][] pairs() {
    return Arrays.stream(groups)
        .map(group -> new int[] {moving[group[0]], moving[group[1]]})
        .toArray(int[][]::new);
  }

  /** Where kept components come from: [kept], the moving component, or ~ the class component. */
  public int[] sources() {
    int[] sources = new int[kept.length];
    for (int m = 0; m < moving.length; m++) {
      sources[moving[m]] = m;
    }
    for (int c = 0; c < classes.length; c++) {
      sources[classes[c]] = ~c;
    }
    return sources;
  }

  /** The split without classes and without groups, for heads that are not searched. */
  public static KeySplit of(int[] kept) {
    return new KeySplit(
        kept, new int[0], IntStream.range(0, kept.length).toArray(), new double[0], new int[0][]);
  }

  /** The split of so many components that all move, and are searched together. */
  public static KeySplit ofOneGroup(int components, double largest) {
    int[] all = IntStream.range(0, components).toArray();
    double[] grid = DoubleStream.generate(() -> grid(largest)).limit(components).toArray();
    return new KeySplit(all, new int[0], all, grid, new int[][] {all});
  }

  /** The cells per unit of a component of that largest size. */
  public static double grid(double largest) {
    return Math.scalb(1.0, GRID_BITS - Math.getExponent(largest));
  }
}
