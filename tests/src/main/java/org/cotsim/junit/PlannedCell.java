package org.cotsim.junit;

import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;

/**
 * One invocation to come: a problem at one length under one step budget.
 *
 * @param budget which of the budgets of the experiment
 */
record PlannedCell(Experiment experiment, Problem<?> problem, int n, int budget) {

  /** The name that a person reads in a list of tests. */
  String displayName() {
    Sweep sweep = experiment.sweep();
    return "%s, n = %d, budget %s%s, %s"
        .formatted(
            problem.name(),
            n,
            sweep.budgets().get(budget),
            sweep.currency() == Currency.STEPS ? "" : " in " + sweep.currency(),
            experiment.executor().name());
  }

  /** The rows of all budgets, which share their inputs. */
  List<SweepRow> measureAllBudgets() throws ExperimentException, InputException {
    return experiment.sweep().cell(problem, n, Progress.NONE);
  }
}
