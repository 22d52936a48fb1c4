package org.cotsim.benchmarks.report;

import java.util.Comparator;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * What one line of an accuracy chart and one row of a table shows.
 *
 * @param by the way in which the decoder is built; empty if there is only one
 * @param n the length of the inputs
 */
record Series(String by, long n) implements Comparable<Series> {

  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::by).thenComparingLong(Series::n);

  static Series of(SweepRow row) {
    return new Series(row.by(), row.n());
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }

  /** The length, and the way where there are several. */
  String label(boolean namesWay) {
    return "n = " + n + (namesWay && !by.isEmpty() ? ", by " + by : "");
  }
}
