package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.Budgets;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.StepBudget;

/**
 * Measures accuracy against the step budget, cell by cell.
 *
 * <p>Each input is decoded once, under the largest budget; what a smaller one would have answered
 * is read off on the way. Memory: one batch of inputs, whatever the number of samples.
 *
 * @param budgets the step budgets, each a row of the result
 * @param samples the inputs of each cell
 * @param seed of the inputs; a cell's inputs depend on it, the problem and the length only, not on
 *     the way in which the decoder is built
 * @param setup what runs the models
 */
public record Sweep(List<StepBudget> budgets, int samples, long seed, ExperimentSetup setup) {

  public Sweep {
    budgets = List.copyOf(budgets);
    if (budgets.isEmpty() || samples < 1) {
      throw new IllegalArgumentException("a sweep needs a budget and a sample");
    }
  }

  /**
   * Measures one problem at one length; one row per budget.
   *
   * @throws ExperimentException also if a machine does not answer within the steps allowed
   */
  public <I> List<SweepRow> cell(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    try {
      return measure(named, n, progress);
    } catch (ExperimentException e) {
      throw new ExperimentException("%s, n = %d: %s".formatted(named.name(), n, e.getMessage()));
    }
  }

  private static <I> OptionalInt distance(Problem<I> problem, I input) {
    return problem instanceof GraphMeasures<I> graphs
        ? graphs.distance(input)
        : OptionalInt.empty();
  }

  private <I> List<SweepRow> measure(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    Problem<I> problem = VocabularyByLength.suited(named, n);
    CompiledModels<I> models = setup.compiled(problem);
    Iterator<I> inputs =
        RandomInputs.of(problem).random(n, seed * 31 + WaysToBuild.subject(problem).hashCode());
    List<Tally> tallies = budgets.stream().map(budget -> new Tally()).toList();
    Batches<Sample<I>> batches =
        new Batches<>(
            one -> batchSize(models, problem.promptLength(one.input()), one.expected()),
            batch -> {
              measure(problem, models, batch, tallies);
              progress.done(batch.size());
            });
    for (int i = 0; i < samples; i++) {
      I input = inputs.next();
      Expected expected = answered(problem, input);
      Sample<I> sample = new Sample<>(input, expected, distance(problem, input));
      batches.add(problem.promptLength(input), expected.steps(), sample);
    }
    batches.flushAll();
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < budgets.size(); i++) {
      rows.add(tallies.get(i).toRow(problem, n, budgets.get(i)));
    }
    return rows;
  }

  /** What the oracle says, which has to say something. */
  private static <I> Expected answered(Problem<I> problem, I input) throws ExperimentException {
    Expected expected = problem.expected(input);
    if (!expected.answered()) {
      throw new ExperimentException(
          "the machine has not answered after %d steps (--steps-at-most), so there is no right answer to compare with"
              .formatted(expected.steps()));
    }
    return expected;
  }

  private record Sample<I>(I input, Expected expected, OptionalInt distance) {}

  private int batchSize(CompiledModels<?> models, int n, Expected expected)
      throws ExperimentException {
    long length = n + 2L + expected.steps();
    return setup
        .executor()
        .preferredBatch(
            models.forRun(n, expected.steps()).model(), (int) Math.min(length, 1 << 30));
  }

  private <I> void measure(
      Problem<I> problem, CompiledModels<I> models, List<Sample<I>> batch, List<Tally> tallies)
      throws ExperimentException {
    long longest = batch.stream().mapToLong(one -> one.expected().steps()).max().orElse(0);
    ConstructedDecoder<I> decoder =
        models.forRun(problem.promptLength(batch.get(0).input()), longest);
    int[][] prompts = batch.stream().map(one -> decoder.prompt(one.input())).toArray(int[][]::new);
    long[][] steps = new long[batch.size()][budgets.size()];
    for (int b = 0; b < steps.length; b++) {
      for (int i = 0; i < budgets.size(); i++) {
        steps[b][i] =
            Budgets.steps(budgets.get(i), problem, batch.get(b).input(), batch.get(b).expected());
      }
    }
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, steps);
    for (int b = 0; b < steps.length; b++) {
      for (int i = 0; i < budgets.size(); i++) {
        Sample<I> one = batch.get(b);
        tallies.get(i).add(one.expected(), one.distance(), decodings.get(b), i, steps[b][i]);
      }
    }
  }

  /** The counts of one budget. */
  private static final class Tally {
    private int samples;
    private int positives;
    private int right;
    private int answered;
    private int forced;
    private int tied;
    private long emitted;
    private long budgets;
    private long claimed;
    private final LongSummaryStatistics distancesRight = new LongSummaryStatistics();
    private final LongSummaryStatistics distancesWrong = new LongSummaryStatistics();

    void add(Expected expected, OptionalInt distance, Decoding decoding, int index, long budget) {
      Outcome outcome = decoding.outcomes().get(index);
      samples++;
      budgets += budget;
      claimed = Math.max(claimed, expected.steps());
      positives += expected.accepts() ? 1 : 0;
      boolean agrees = expected.isGivenBy(decoding, outcome);
      right += agrees ? 1 : 0;
      distance.ifPresent(agrees ? distancesRight : distancesWrong);
      if (outcome instanceof Outcome.Answered self) {
        answered++;
        emitted += self.steps();
      } else if (outcome instanceof Outcome.BudgetSpent spent) {
        forced++;
        emitted += spent.limit();
      } else if (outcome instanceof Outcome.Tied tie) {
        tied++;
        emitted += tie.steps();
      } else if (outcome instanceof Outcome.RanOn ranOn) {
        emitted += ranOn.steps();
      }
    }

    SweepRow toRow(Problem<?> problem, int n, StepBudget budget) {
      return new SweepRow(
          WaysToBuild.subject(problem),
          WaysToBuild.way(problem),
          problem.languageClass(),
          n,
          budget.toString(),
          Math.round((double) budgets / samples),
          claimed,
          samples,
          positives,
          right,
          answered,
          forced,
          tied,
          (double) emitted / samples,
          mean(distancesRight),
          mean(distancesWrong));
    }

    private static double mean(LongSummaryStatistics distances) {
      return distances.getCount() == 0 ? Double.NaN : distances.getAverage();
    }
  }
}
