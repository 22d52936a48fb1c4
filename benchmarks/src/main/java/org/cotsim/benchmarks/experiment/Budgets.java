package org.cotsim.benchmarks.experiment;

import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;

/** Step budgets at a given input. */
final class Budgets {

  private Budgets() {}

  /** The steps of a budget for an input of length n whose machine runs as the oracle says. */
  static long steps(StepBudget budget, int n, Expected expected) throws ExperimentException {
    try {
      return budget.at(n, expected.steps());
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }
}
