package org.cotsim.benchmarks.experiment.data;

import java.util.Locale;

/** The parts of a data set, by the names that loaders of data sets know. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
