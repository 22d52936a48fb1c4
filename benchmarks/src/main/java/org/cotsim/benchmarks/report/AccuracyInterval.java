package org.cotsim.benchmarks.report;

import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The interval at 95 % that a report shows of a row with samples: over its seeds, if it has
 * several, else that of {@link Wilson}.
 *
 * @param middle the accuracy, or the mean of the seeds'
 * @param low the lower bound
 * @param high the upper bound
 */
record AccuracyInterval(double middle, double low, double high) {

  static AccuracyInterval of(SweepRow row) {
    if (row.seeds().size() > 1) {
      SeedInterval over = SeedInterval.of(row.seeds());
      return new AccuracyInterval(over.mean(), over.low(), over.high());
    }
    Wilson interval = Wilson.of(row);
    return new AccuracyInterval(row.accuracy(), interval.low(), interval.high());
  }
}
