package org.cotsim.benchmarks.experiment;

import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.InputSize;
import org.cotsim.simulator.decode.StepBudget;

/** Step budgets at a given input. */
final class Budgets {

  private Budgets() {}

  /** The steps of a budget for an input whose machine runs as the oracle says. */
  static <I> long steps(StepBudget budget, Problem<I> problem, I input, Expected expected)
      throws ExperimentException {
    try {
      return budget.at(
          new InputSize(problem.length(input), expected.steps(), problem.graphSize(input)));
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }
}
