package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.decode.StepBudget;

/**
 * Measures accuracy against a budget on random inputs of one seed, cell by cell.
 *
 * @param currency what the budgets count
 * @param budgets each a row of the result
 * @param samples the inputs of each cell
 * @param seed of the inputs; a cell's inputs depend on it, the problem and the length only, not on
 *     the way in which the decoder is built
 * @param setup what runs the models
 */
public record Sweep(
    Currency currency, List<StepBudget> budgets, int samples, long seed, ExperimentSetup setup) {

  public Sweep {
    budgets = List.copyOf(budgets);
    if (budgets.isEmpty() || samples < 1) {
      throw new IllegalArgumentException("a sweep needs a budget and a sample");
    }
  }

  /** A sweep of budgets in intermediate tokens. */
  public static Sweep ofSteps(
      List<StepBudget> budgets, int samples, long seed, ExperimentSetup setup) {
    return new Sweep(Currency.STEPS, budgets, samples, seed, setup);
  }

  /**
   * Measures one problem at one length; one row per budget.
   *
   * @throws ExperimentException also if a machine does not answer within the steps allowed, or the
   *     answers are not bought with this currency
   */
  public List<SweepRow> cell(Problem<?> named, int n, Progress progress)
      throws ExperimentException {
    PlannedCell<?> cell =
        SweepPlan.drawn(List.of(named), List.of(n), samples, List.of(seed)).cells().get(0);
    MeasuredCell measured = meter().measure(cell, progress);
    if (!measured.reasons().isEmpty()) {
      throw new ExperimentException(measured.reasons().get(0));
    }
    return measured.rows();
  }

  /** What the budgets count for a problem: a chain of thoughts has no other steps. */
  public Currency counted(Problem<?> problem) {
    return meter().counted(problem);
  }

  private CellMeter meter() {
    return new CellMeter(currency, budgets, () -> setup);
  }
}
