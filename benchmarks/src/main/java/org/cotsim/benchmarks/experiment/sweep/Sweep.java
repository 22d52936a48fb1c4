package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.NotCarriedException;

/**
 * Measures accuracy against a budget, cell by cell.
 *
 * <p>Where the decoding loop counts what is spent, each input is decoded once, under the largest
 * budget; what a smaller one would have answered is read off on the way. Memory: one batch of
 * inputs for every decoder, whatever the number of samples.
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
  public <I> List<SweepRow> cell(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    try {
      return measure(named, n, progress);
    } catch (ExperimentException | NotCarriedException e) {
      throw new ExperimentException("%s, n = %d: %s".formatted(named.name(), n, e.getMessage()));
    }
  }

  /** What the budgets count for a problem: a chain of thoughts has no other steps. */
  public Currency counted(Problem<?> problem) {
    boolean thinks = WaysToBuild.currency(problem) == Currency.THOUGHTS;
    return currency == Currency.STEPS && thinks ? Currency.THOUGHTS : currency;
  }

  private <I> List<SweepRow> measure(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    Problem<I> problem = VocabularyByLength.suited(named, n);
    Iterator<I> inputs = RandomInputs.of(problem).random(n, RandomInputs.seedOf(problem, seed));
    SweepCell<I> cell = new SweepCell<>(problem, counted(problem), budgets, setup, progress);
    for (int i = 0; i < samples; i++) {
      I input = inputs.next();
      cell.add(input, problem.expected(input).requireAnswer());
    }
    cell.finish();
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < budgets.size(); i++) {
      rows.add(cell.row(n, i));
    }
    return rows;
  }
}
