package org.cotsim.simulator.execute.indexed.step;

import org.cotsim.simulator.execute.indexed.plan.OutputPlan;
import org.cotsim.simulator.execute.indexed.tree.BoxSearch;
import org.cotsim.simulator.execute.indexed.tree.PointRowSearch;

/** The best tokens of one part of the output, for one sequence. */
final class OutputSearch {

  private static final double[] NO_FLAGS = {};

  final double[] x; // the columns that the part reads
  private final OutputPlan.Part part;
  private final BoxSearch search;
  private final PointRowSearch points; // null where rows are no points
  private double largest;
  private double second;
  private int best;

  OutputSearch(OutputPlan.Part part) {
    this.part = part;
    this.x = new double[part.columns.length];
    this.search = new BoxSearch(part.space, x);
    this.points =
        part.points.map(rows -> new PointRowSearch(rows, x, part.space.tolerance())).orElse(null);
  }

  /** Whether no score can be anything but a number. */
  boolean isFinite() {
    for (double number : x) {
      if (!Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  /** Finds the largest score for {@code x}. */
  void run() {
    if (isZero()) {
      largest = 0;
      second = 0;
      best = part.tokens[0];
      return;
    }
    if (points != null) {
      points.run();
      largest = points.largest();
      second = points.isAlone() ? Double.NEGATIVE_INFINITY : largest;
      best = points.best();
      return;
    }
    search.begin();
    search.visit(part.tree, NO_FLAGS);
    double tokens = search.sums()[0];
    boolean alone = search.count() == 1;
    largest = search.largest();
    second = alone ? Double.NEGATIVE_INFINITY : largest;
    best = alone ? (int) tokens : part.tokens[0];
  }

  private boolean isZero() {
    for (double number : x) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }

  double largest() {
    return largest;
  }

  /** The largest score again if another token is tied with the best one, else minus infinity. */
  double second() {
    return second;
  }

  /** The token of largest score, or any where several are tied. */
  int best() {
    return best;
  }
}
