package org.cotsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.junit.StepBudgetExperiment;

/** The experiment of the README, as it stands there. */
class ReadmeExperimentTest {

  @StepBudgetExperiment(
      problem = {"parity", "word-a5"},
      lengths = {16, 64},
      budgets = {"0", "n/2", "n+1", "2n"},
      samples = 50)
  void nPlusOneStepsAreEnough(SweepRow cell) {
    if (cell.steps() >= cell.n() + 1) {
      assertEquals(1.0, cell.accuracy());
    }
  }
}
