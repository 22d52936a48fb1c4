package org.cotsim.benchmarks.experiment.sweep;

import java.util.Iterator;
import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.cotsim.simulator.model.NotCarriedException;

/**
 * Measures cells, each by itself, so that they may be measured side by side and anywhere.
 *
 * <p>Where the decoding loop counts what is spent, each input is decoded once, under the largest
 * budget; what a smaller one would have answered is read off on the way. Memory: one batch of
 * inputs for every decoder, whatever the number of samples.
 *
 * @param currency what the budgets count
 * @param budgets each a row of the result
 * @param setups makes what runs the models, once for each cell
 */
public record CellMeter(Currency currency, List<StepBudget> budgets, Setups setups) {

  /** Makes what runs models. */
  @FunctionalInterface
  public interface Setups {
    ExperimentSetup get() throws ExperimentException;
  }

  public CellMeter {
    budgets = List.copyOf(budgets);
    if (budgets.isEmpty()) {
      throw new IllegalArgumentException("a sweep needs a budget");
    }
  }

  /** Measures a cell; what cannot be decided is a reason in it, in a sentence. */
  public <I> MeasuredCell measure(PlannedCell<I> cell, Progress progress)
      throws ExperimentException {
    ExperimentSetup setup = setups.get().suited(cell.problem());
    Tallies tallies = new Tallies(budgets, cell.seed());
    List<String> reasons;
    List<SweepRow> rows = List.of();
    try {
      decode(cell, setup, tallies, progress);
      reasons = tallies.reasons(cell.name());
      rows = tallies.rows(cell.problem(), counted(cell.problem()), cell.n());
    } catch (ExperimentException
        | InputException
        | NotCarriedException
        | ModelTooLargeException
        | NotFiniteException e) {
      reasons = List.of(cell.name() + ": " + e.getMessage());
    }
    return new MeasuredCell(
        cell.index(),
        cell.name(),
        setup.executor().name(),
        setup.executor().backend(),
        reasons,
        rows);
  }

  /** What the budgets count for a problem: a chain of thoughts has no other steps. */
  Currency counted(Problem<?> problem) {
    boolean thinks = WaysToBuild.currency(problem) == Currency.THOUGHTS;
    return currency == Currency.STEPS && thinks ? Currency.THOUGHTS : currency;
  }

  private <I> void decode(
      PlannedCell<I> cell, ExperimentSetup setup, Tallies tallies, Progress progress)
      throws ExperimentException, InputException {
    Problem<I> named = cell.problem();
    Problem<I> suited = VocabularyByLength.suited(named, cell.n());
    SweepCell<I> current = null;
    Iterator<I> inputs = cell.inputs().of(suited);
    while (inputs.hasNext()) {
      I input = inputs.next();
      Problem<I> own = named instanceof ListedInputs<I> listed ? listed.suited(input) : suited;
      if (current == null || current.problem() != own) {
        if (current != null) {
          current.finish();
        }
        current = new SweepCell<>(own, counted(own), tallies, setup);
      }
      current.add(input, own.expected(input).requireAnswer());
      progress.done(1);
    }
    if (current != null) {
      current.finish();
    }
  }
}
