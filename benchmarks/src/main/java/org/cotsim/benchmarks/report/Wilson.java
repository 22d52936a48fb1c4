package org.cotsim.benchmarks.report;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The Wilson score interval of an accuracy at 95 %.
 *
 * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
 * of the American Statistical Association 22 (1927). Unlike the normal approximation it stays
 * inside [0, 1] and keeps a width when every answer is right.
 *
 * @param low the lower bound
 * @param high the upper bound
 */
record Wilson(double low, double high) {
  /** What the interval is, for reports. */
  static final String NAME = "Wilson score, 95 %";

  private static final double ERROR_RATE = 0.05;

  /** The interval of a row that has samples. */
  static Wilson of(SweepRow row) {
    return of(row.right(), row.samples());
  }

  /** The interval of so many right ones, of at least one. */
  static Wilson of(long right, long samples) {
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(samples), Math.toIntExact(right), ERROR_RATE);
    return new Wilson(interval.getLowerBound(), interval.getUpperBound());
  }
}
