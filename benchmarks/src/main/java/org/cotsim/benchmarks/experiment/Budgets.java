package org.cotsim.benchmarks.experiment;

import java.util.Optional;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.InputSize;
import org.cotsim.simulator.decode.StepBudget;

/** Step budgets at a given input. */
public final class Budgets {

  private Budgets() {}

  /** The steps of a budget for an input whose machine runs as the oracle says. */
  public static <I> long steps(StepBudget budget, Problem<I> problem, I input, Expected expected)
      throws ExperimentException {
    try {
      Optional<InputSize.Graph> graph =
          problem instanceof GraphMeasures<I> graphs
              ? Optional.of(graphs.graphSize(input))
              : Optional.empty();
      return budget.at(new InputSize(problem.length(input), expected.steps(), graph));
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }
}
