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
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.FromElsewhere;
import org.cotsim.benchmarks.problem.GraphMeasures;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.cotsim.simulator.model.NotCarriedException;

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
  private final boolean isBuilt;
  private final ExperimentSetup setup;
  private final BudgetedDecoders<I> decoders;
  private final Tallies tallies;
  private final Map<CompiledModels<I>, Batches<Sample<I>>> batches = new LinkedHashMap<>();

  SweepCell(Problem<I> problem, Currency currency, Tallies tallies, ExperimentSetup setup)
      throws ExperimentException {
    this.problem = problem;
    this.budgets = tallies.formulas().stream().map(one -> new Budget(currency, one)).toList();
    this.isBuilt = currency.isBuilt();
    this.setup = setup;
    this.decoders = new BudgetedDecoders<>(problem, currency, setup);
    this.tallies = tallies;
  }

  Problem<I> problem() {
    return problem;
  }

  /** Adds an input, decoded when there are enough of its kind. */
  void add(I input, Expected expected) throws ExperimentException, InputException {
    long claimed = decoders.claimed(input, expected);
    Map<List<Object>, Sample<I>> samples = new LinkedHashMap<>();
    for (int i = 0; i < budgets.size(); i++) {
      if (tallies.isOpen(i)) {
        group(i, input, expected, claimed, samples);
      }
    }
    for (Sample<I> sample : samples.values()) {
      decodedAs(
          sample.budgets(),
          () ->
              batches
                  .computeIfAbsent(decoders.models(sample.amounts().get(0)), this::waiting)
                  .add(problem.promptLength(input), expected.steps(), sample));
    }
  }

  /** Puts an input under one budget beside those that are decoded with it. */
  private void group(
      int budget, I input, Expected expected, long claimed, Map<List<Object>, Sample<I>> samples) {
    try {
      long amount = budgets.get(budget).amount(problem, input, expected);
      List<Object> decoding = List.of(decoders.models(amount), decoders.context(amount, input));
      Sample<I> sample =
          samples.computeIfAbsent(
              decoding,
              any -> new Sample<>(input, expected, claimed, new ArrayList<>(), new ArrayList<>()));
      sample.budgets().add(budget);
      sample.amounts().add(amount);
    } catch (ExperimentException | NotCarriedException | ModelTooLargeException e) {
      tallies.close(budget, e.getMessage());
    }
  }

  private interface Work {
    void run() throws ExperimentException, InputException;
  }

  /** What one budget alone is built with, and cannot be, does not end the others. */
  private void decodedAs(List<Integer> own, Work work) throws ExperimentException, InputException {
    try {
      work.run();
    } catch (ExperimentException | NotCarriedException | ModelTooLargeException e) {
      if (!isBuilt) {
        throw e;
      }
      own.forEach(budget -> tallies.close(budget, e.getMessage()));
    }
  }

  private Batches<Sample<I>> waiting(CompiledModels<I> models) {
    return new Batches<>(one -> batchSize(models, one), batch -> measureOpen(models, batch));
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

  private void measureOpen(CompiledModels<I> models, List<Sample<I>> batch)
      throws ExperimentException, InputException {
    List<Sample<I>> open =
        batch.stream().filter(one -> one.budgets().stream().anyMatch(tallies::isOpen)).toList();
    if (!open.isEmpty()) {
      decodedAs(open.get(0).budgets(), () -> measure(models, open));
    }
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
    Spent size = problem instanceof FromElsewhere ? Spent.NONE : Spent.of(decoder.model());
    for (int b = 0; b < prompts.length; b++) {
      Sample<I> one = batch.get(b);
      Decoding decoding = decodings.get(b);
      for (int i = 0; i < one.budgets().size(); i++) {
        Spent spent = size.on(decoder, prompts[b], decoding, decoding.outcomes().get(i));
        tallies
            .of(one.budgets().get(i))
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
}
