package org.cotsim.benchmarks.experiment.sparserate;

import org.cotsim.benchmarks.problem.ExperimentException;

/** Refuses numbers that make no experiment. */
final class Ranges {

  private Ranges() {}

  static void require(String option, int value, int least, int most) throws ExperimentException {
    if (value < least || value > most) {
      throw new ExperimentException(
          option + " " + value + ": expected " + least + " to " + Math.max(least, most));
    }
  }

  static void requireAbove(String option, double value, double least) throws ExperimentException {
    if (!(value > least) || Double.isInfinite(value)) {
      throw new ExperimentException(option + " " + value + ": expected a number above " + least);
    }
  }

  static void requireAtLeast0(String option, double value) throws ExperimentException {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new ExperimentException(option + " " + value + ": expected a number of at least 0");
    }
  }
}
