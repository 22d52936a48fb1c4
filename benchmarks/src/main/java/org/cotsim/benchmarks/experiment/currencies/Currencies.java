package org.cotsim.benchmarks.experiment.currencies;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Floor;
import org.cotsim.benchmarks.problem.KnownFloors;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.NotCarriedException;

/**
 * Measures what answers cost, one row after another.
 *
 * <p>All inputs of a row run on one model, one at a time, each with as many steps as are claimed
 * for it, again and again for a quarter of a second; time is the median of the later half of the
 * runs. Then they run with less than claimed, until an answer is wrong.
 *
 * @param samples the inputs of each row
 * @param seed of the inputs; they depend on it, the problem and the length only, so that all ways
 *     to build a decoder get the same ones
 * @param mostTokens prompts and chains of more tokens are not measured
 * @param setup what runs the models
 */
public record Currencies(int samples, long seed, long mostTokens, ExperimentSetup setup) {

  private static final long TIMED_NANOS = 250_000_000;

  public Currencies {
    if (samples < 1) {
      throw new IllegalArgumentException("a row needs a sample");
    }
  }

  /**
   * A row, and what is wrong with its steps.
   *
   * @param disagreement a sentence, if an answer did not take the claimed number of steps
   */
  public record Measured(CurrencyRow row, Optional<String> disagreement) {}

  /**
   * Measures one problem, built in one way, at one length.
   *
   * @throws ExperimentException also if a machine does not answer within the steps allowed, or the
   *     length cannot be certified
   */
  public <I> Measured row(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    try {
      return measure(VocabularyByLength.suited(named, n), n, progress);
    } catch (ExperimentException | NotCarriedException e) {
      throw new ExperimentException("%s, n = %d: %s".formatted(named.name(), n, e.getMessage()));
    }
  }

  private <I> Measured measure(Problem<I> problem, int n, Progress progress)
      throws ExperimentException, InputException {
    List<Sample<I>> drawn = draw(problem, n);
    List<Expected> expected = drawn.stream().map(Sample::expected).toList();
    int longest = 0;
    int most = expected.stream().mapToInt(Expected::steps).max().orElse(0);
    for (Sample<I> one : drawn) {
      longest = Math.max(longest, problem.promptLength(one.input()));
    }
    requireShort(longest + problem.construction(setup.options()).padding() + most);
    Currency currency = WaysToBuild.currency(problem);
    BudgetedDecoders<I> decoders = new BudgetedDecoders<>(problem, currency, setup);
    ConstructedDecoder<I> decoder = decoders.unlimited().forRun(longest, expected);
    RowTally tally = new RowTally(decoder, currency);
    double seconds = run(drawn, decoder, decoders, tally, progress);
    OptionalLong observed =
        tally.allRight()
            ? OptionalLong.of(
                new ObservedNeed<>(problem, currency, decoders, setup.executor(), drawn)
                    .below(tally.claimed()))
            : OptionalLong.empty();
    return new Measured(tally.toRow(problem, n, observed, seconds), tally.disagreement(problem, n));
  }

  private void requireShort(long tokens) throws ExperimentException {
    if (tokens > mostTokens) {
      throw new ExperimentException(
          "a prompt and chain of %d tokens are more than the %d of --tokens-at-most"
              .formatted(tokens, mostTokens));
    }
  }

  /** Runs all inputs, again and again, and gives the median time of one. */
  private <I> double run(
      List<Sample<I>> drawn,
      ConstructedDecoder<I> decoder,
      BudgetedDecoders<I> decoders,
      RowTally tally,
      Progress progress)
      throws ExperimentException {
    Decoder running = new Decoder(decoder.model(), setup.executor());
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + TIMED_NANOS;
    do {
      boolean first = nanos.size() < drawn.size();
      for (Sample<I> one : drawn) {
        int[] prompt = decoder.prompt(one.input());
        long begin = System.nanoTime();
        Decoding decoding = running.decode(prompt, one.expected().steps());
        nanos.add(System.nanoTime() - begin);
        if (first) {
          long claimed = decoders.claimed(one.input(), one.expected());
          tally.add(prompt, one.expected(), claimed, decoding);
          progress.done(1);
        }
      }
    } while (System.nanoTime() < end);
    return laterMedian(nanos) / 1e9;
  }

  /**
   * How the known floors of a problem grow up to a length; none where inputs cannot be drawn.
   *
   * @throws ExperimentException if there is no such input
   */
  public <I> List<FloorAt> floors(Problem<I> named, int n)
      throws ExperimentException, InputException {
    List<Floor> floors = KnownFloors.of(named);
    if (floors.isEmpty()) {
      return List.of();
    }
    Problem<I> problem = VocabularyByLength.suited(named, n);
    List<Sample<I>> drawn = draw(problem, n);
    List<FloorAt> amounts = new ArrayList<>();
    for (Floor floor : floors) {
      Budget shape = new Budget(Currency.STEPS, parsed(floor.shape()));
      long most = 0;
      for (Sample<I> one : drawn) {
        most = Math.max(most, shape.amount(problem, one.input(), one.expected()));
      }
      amounts.add(new FloorAt(WaysToBuild.subject(problem), n, floor, most));
    }
    return amounts;
  }

  private static StepBudget parsed(String shape) {
    try {
      return StepBudget.parse(shape);
    } catch (FormulaException e) {
      throw new IllegalStateException(e);
    }
  }

  private <I> List<Sample<I>> draw(Problem<I> problem, int n)
      throws ExperimentException, InputException {
    Iterator<I> inputs = RandomInputs.of(problem).random(n, RandomInputs.seedOf(problem, seed));
    List<Sample<I>> drawn = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      I input = inputs.next();
      drawn.add(new Sample<>(input, problem.expected(input).requireAnswer()));
    }
    return drawn;
  }

  /** The median of the later half of the runs, when the code is warm. */
  private static double laterMedian(List<Long> nanos) {
    List<Long> later = nanos.subList(nanos.size() / 2, nanos.size());
    return later.stream().sorted().skip(later.size() / 2).findFirst().orElseThrow();
  }
}
