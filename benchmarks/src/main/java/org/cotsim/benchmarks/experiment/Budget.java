package org.cotsim.benchmarks.experiment;

import java.util.Optional;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.InputSize;
import org.cotsim.simulator.decode.StepBudget;

/**
 * How much an answer may cost.
 *
 * @param currency what is counted
 * @param formula how much of it, by the size of the input
 */
public record Budget(Currency currency, StepBudget formula) {

  /** The amount for an input whose machine runs as the oracle says. */
  public <I> long amount(Problem<I> problem, I input, Expected expected)
      throws ExperimentException {
    try {
      Optional<InputSize.Graph> graph =
          problem instanceof GraphMeasures<I> graphs
              ? Optional.of(graphs.graphSize(input))
              : Optional.empty();
      return formula.at(new InputSize(problem.length(input), expected.steps(), graph));
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }
}
