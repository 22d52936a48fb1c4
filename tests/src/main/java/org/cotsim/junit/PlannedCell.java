package org.cotsim.junit;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.check.CheckPlan;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
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

  /** The first of its inputs with a wrong answer, decoded again; empty if all are right. */
  Optional<String> firstWrong() throws ExperimentException, InputException {
    return firstWrong(VocabularyByLength.suited(problem, n));
  }

  private <I> Optional<String> firstWrong(Problem<I> suited)
      throws ExperimentException, InputException {
    Sweep sweep = experiment.sweep();
    Budget asked = new Budget(sweep.counted(suited), sweep.budgets().get(budget));
    CheckPlan<I> plan = new CheckPlan<>(suited);
    plan.random(sweep.samples(), n, RandomInputs.seedOf(suited, sweep.seed()));
    return new DecoderCheck<>(suited, sweep.setup(), DecoderCheck.Mode.DECODING, Optional.of(asked))
        .run(plan, Progress.NONE)
        .firstWrong()
        .map(FirstWrong::sentence);
  }
}
