package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.StepBudget;

/**
 * The inputs of one problem and length on their way through the decoders of all budgets.
 *
 * @param <I> the inputs
 */
final class SweepCell<I> {

  /** An input under the budgets that one decoder serves, and how much each is. */
  private record Sample<I>(
      I input, Expected expected, long claimed, List<Integer> budgets, List<Long> amounts) {}

  private final Problem<I> problem;
  private final List<Budget> budgets;
  private final ExperimentSetup setup;
  private final Progress progress;
  private final BudgetedDecoders<I> decoders;
  private final List<SweepTally> tallies;
  private final Map<CompiledModels<I>, Batches<Sample<I>>> batches = new LinkedHashMap<>();

  SweepCell(
      Problem<I> problem,
      Currency currency,
      List<StepBudget> formulas,
      ExperimentSetup setup,
      Progress progress)
      throws ExperimentException {
    this.problem = problem;
    this.budgets = formulas.stream().map(formula -> new Budget(currency, formula)).toList();
    this.setup = setup;
    this.progress = progress;
    this.decoders = new BudgetedDecoders<>(problem, currency, setup);
    this.tallies = formulas.stream().map(formula -> new SweepTally()).toList();
  }

  /** Adds an input, decoded when there are enough of its kind. */
  void add(I input, Expected expected) throws ExperimentException, InputException {
    long claimed = decoders.claimed(input, expected);
    Map<List<Object>, Sample<I>> samples = new LinkedHashMap<>();
    for (int i = 0; i < budgets.size(); i++) {
      long amount = budgets.get(i).amount(problem, input, expected);
      List<Object> decoding = List.of(decoders.models(amount), decoders.context(amount, input));
      Sample<I> sample =
          samples.computeIfAbsent(
              decoding,
              any -> new Sample<>(input, expected, claimed, new ArrayList<>(), new ArrayList<>()));
      sample.budgets().add(i);
      sample.amounts().add(amount);
    }
    for (Sample<I> sample : samples.values()) {
      batches
          .computeIfAbsent(decoders.models(sample.amounts().get(0)), this::waiting)
          .add(problem.promptLength(input), expected.steps(), sample);
    }
  }

  private Batches<Sample<I>> waiting(CompiledModels<I> models) {
    return new Batches<>(one -> batchSize(models, one), batch -> measure(models, batch));
  }

  /** Decodes what still waits. */
  void finish() throws ExperimentException, InputException {
    for (Batches<Sample<I>> waiting : batches.values()) {
      waiting.flushAll();
    }
  }

  private int batchSize(CompiledModels<I> models, Sample<I> one) throws ExperimentException {
    int n = problem.promptLength(one.input());
    long length = n + 2L + one.expected().steps();
    return setup
        .executor()
        .preferredBatch(models.forRun(n, one.expected()).model(), (int) Math.min(length, 1 << 30));
  }

  private void measure(CompiledModels<I> models, List<Sample<I>> batch) throws ExperimentException {
    ConstructedDecoder<I> decoder =
        models.forRun(
            problem.promptLength(batch.get(0).input()),
            batch.stream().map(Sample::expected).toList());
    int[][] prompts = batch.stream().map(one -> decoder.prompt(one.input())).toArray(int[][]::new);
    long[][] steps = batch.stream().map(this::steps).toArray(long[][]::new);
    long[] contexts = new long[prompts.length];
    for (int b = 0; b < contexts.length; b++) {
      contexts[b] = decoders.context(batch.get(b).amounts().get(0), batch.get(b).input());
    }
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, steps, contexts);
    OptionalInt[] distances =
        batch.stream().map(one -> distance(one.input())).toArray(OptionalInt[]::new);
    Spent size = Spent.of(decoder.model());
    for (int b = 0; b < prompts.length; b++) {
      Sample<I> one = batch.get(b);
      Decoding decoding = decodings.get(b);
      for (int i = 0; i < one.budgets().size(); i++) {
        Spent spent = size.on(decoder, prompts[b], decoding, decoding.outcomes().get(i));
        tallies
            .get(one.budgets().get(i))
            .add(
                one.expected(),
                one.claimed(),
                one.amounts().get(i),
                decoding,
                i,
                spent,
                distances[b]);
      }
    }
    progress.done(batch.stream().filter(one -> one.budgets().get(0) == 0).count());
  }

  private long[] steps(Sample<I> one) {
    return one.amounts().stream()
        .mapToLong(amount -> decoders.steps(amount, one.expected()))
        .toArray();
  }

  private OptionalInt distance(I input) {
    return problem instanceof GraphMeasures<I> graphs
        ? graphs.distance(input)
        : OptionalInt.empty();
  }

  /** The row of one of the budgets. */
  SweepRow row(int n, int budget) {
    return tallies.get(budget).toRow(problem, n, budgets.get(budget));
  }
}
