package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * @param seed of the inputs; a cell's inputs depend on it, the problem and the length only
 * @param setup what runs the models
 */
public record Sweep(List<StepBudget> budgets, int samples, long seed, Setup setup) {

  public Sweep {
    budgets = List.copyOf(budgets);
    if (budgets.isEmpty() || samples < 1) {
      throw new IllegalArgumentException("a sweep needs a budget and a sample");
    }
  }

  /** Measures one problem at one length; one row per budget. */
  public <I> List<SweepRow> cell(Problem<I> problem, int n, Progress progress)
      throws ExperimentException, InputException {
    ConstructedDecoder<I> decoder = setup.compiled(problem).forLength(n);
    Iterator<I> inputs = problem.random(n, seed * 31 + problem.name().hashCode());
    List<Tally> tallies = budgets.stream().map(budget -> new Tally()).toList();
    int batch = batchSize(decoder, n);
    for (int done = 0; done < samples; done += batch) {
      int size = Math.min(batch, samples - done);
      measure(problem, decoder, inputs, size, tallies);
      progress.done(size);
    }
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < budgets.size(); i++) {
      rows.add(tallies.get(i).toRow(problem, n, budgets.get(i), decoder.stepClaim().at(n)));
    }
    return rows;
  }

  private int batchSize(ConstructedDecoder<?> decoder, int n) {
    long length = n + 2 + decoder.stepClaim().at(n);
    return setup.executor().preferredBatch(decoder.model(), (int) Math.min(length, 1 << 30));
  }

  private <I> void measure(
      Problem<I> problem,
      ConstructedDecoder<I> decoder,
      Iterator<I> inputs,
      int size,
      List<Tally> tallies)
      throws ExperimentException {
    int[][] prompts = new int[size][];
    long[][] steps = new long[size][budgets.size()];
    List<Expected> expected = new ArrayList<>();
    for (int b = 0; b < size; b++) {
      I input = inputs.next();
      prompts[b] = decoder.prompt(input);
      expected.add(problem.expected(input));
      for (int i = 0; i < budgets.size(); i++) {
        steps[b][i] = Budgets.steps(budgets.get(i), problem.length(input), expected.get(b));
      }
    }
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, steps);
    for (int b = 0; b < size; b++) {
      for (int i = 0; i < budgets.size(); i++) {
        tallies.get(i).add(expected.get(b), decodings.get(b).outcomes().get(i), steps[b][i]);
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

    void add(Expected expected, Outcome outcome, long budget) {
      samples++;
      budgets += budget;
      positives += expected.accepts() ? 1 : 0;
      right += outcome.answer().orElse(-1) == expected.answer() ? 1 : 0;
      if (outcome instanceof Outcome.Answered self) {
        answered++;
        emitted += self.steps();
      } else if (outcome instanceof Outcome.BudgetSpent spent) {
        forced++;
        emitted += spent.limit();
      } else if (outcome instanceof Outcome.Tied tie) {
        tied++;
        emitted += tie.steps();
      }
    }

    SweepRow toRow(Problem<?> problem, int n, StepBudget budget, long claimed) {
      return new SweepRow(
          problem.name(),
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
          (double) emitted / samples);
    }
  }
}
