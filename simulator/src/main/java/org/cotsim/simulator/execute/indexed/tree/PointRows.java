package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rows of four components, which are two points on circles, with a token each: in the order of the
 * first point, then of the second.
 */
public final class PointRows {

  final CirclePoints firsts; // the different first points
  final int[] starts; // [firsts + 1], the first row of each
  final CirclePoints seconds; // [rows]
  final int[] tokens; // [rows]

  private PointRows(CirclePoints firsts, int[] starts, CirclePoints seconds, int[] tokens) {
    this.firsts = firsts;
    this.starts = starts;
    this.seconds = seconds;
    this.tokens = tokens;
  }

  /** Orders rows; empty if they are not two points on circles. */
  public static Optional<PointRows> of(double[][] rows, int[] tokens) {
    if (rows[0].length != 4) {
      return Optional.empty();
    }
    int[] order = order(rows);
    double[] firsts = new double[2 * rows.length];
    double[] seconds = new double[2 * rows.length];
    int[] starts = new int[rows.length + 1];
    int[] sorted = new int[rows.length];
    int size = 0;
    for (int i = 0; i < order.length; i++) {
      double[] row = rows[order[i]];
      boolean same = size > 0 && row[0] == firsts[2 * size - 2] && row[1] == firsts[2 * size - 1];
      if (!same) {
        starts[size] = i;
        firsts[2 * size] = row[0];
        firsts[2 * size + 1] = row[1];
        size++;
      }
      seconds[2 * i] = row[2];
      seconds[2 * i + 1] = row[3];
      sorted[i] = tokens[order[i]];
    }
    starts[size] = rows.length;
    CirclePoints left = CirclePoints.of(Arrays.copyOf(firsts, 2 * size));
    CirclePoints right = CirclePoints.inParts(seconds);
    return left.isRound() && right.isRound()
        ? Optional.of(new PointRows(left, Arrays.copyOf(starts, size + 1), right, sorted))
        : Optional.empty();
  }

  /** Sorts by the second angle, then, stably, by the first point. */
  private static int[] order(double[][] rows) {
    int[] bySecond = CirclePoints.order(pairs(rows, 2, null));
    int[] byFirst = CirclePoints.order(pairs(rows, 0, bySecond));
    return Arrays.stream(byFirst).map(i -> bySecond[i]).toArray();
  }

  private static double[] pairs(double[][] rows, int column, int[] order) {
    double[] pairs = new double[2 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[order == null ? i : order[i]];
      pairs[2 * i] = row[column];
      pairs[2 * i + 1] = row[column + 1];
    }
    return pairs;
  }
}
