package org.cotsim.benchmarks.experiment.currencies;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;

/**
 * Looks for the least amount from which on all sampled answers are right, below what is claimed.
 *
 * @param <I> the inputs
 */
record ObservedNeed<I>(
    Problem<I> problem,
    Currency currency,
    BudgetedDecoders<I> decoders,
    Executor executor,
    List<Sample<I>> samples) {

  private static final int NEAR = 64; // budgets below the claim that are looked at first
  private static final int GROWTH = 8;
  private static final int MOST_WINDOW = 4096;
  private static final int MOST_BUILT = 32; // decoders

  /** The amount; empty where it was not found within a reasonable number of decodings. */
  OptionalLong below(long claimed) throws ExperimentException {
    if (currency.isEmitted()) {
      long most = 0;
      for (Sample<I> sample : samples) {
        most = Math.max(most, emitted(sample, most));
      }
      return OptionalLong.of(most);
    }
    return currency.isBuilt() ? built(claimed) : OptionalLong.empty();
  }

  /** One more than the largest budget under which an answer is wrong, if it is more than known. */
  private long emitted(Sample<I> sample, long known) throws ExperimentException {
    long upper = sample.expected().steps();
    for (long window = NEAR; upper > known; window = Math.min(window * GROWTH, MOST_WINDOW)) {
      long lower = Math.max(known, upper - window);
      long[] budgets = LongStream.range(lower, upper).toArray();
      Decoding decoding = decode(decoders.models(upper), sample, budgets);
      for (int i = budgets.length - 1; i >= 0; i--) {
        if (!sample.isAnsweredBy(decoding, i)) {
          return budgets[i] + 1;
        }
      }
      upper = lower;
    }
    return known;
  }

  private OptionalLong built(long claimed) throws ExperimentException {
    long amount = claimed;
    for (int tries = 0; tries < MOST_BUILT && amount > 0; tries++) {
      long next = taken(amount - 1);
      if (next < 0) {
        return OptionalLong.of(amount);
      }
      amount = next;
    }
    return amount == 0 ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /** How much of a smaller amount is taken where it is enough; -1 where an answer is wrong. */
  private long taken(long amount) throws ExperimentException {
    CompiledModels<I> models = decoders.models(amount);
    long most = 0;
    for (Sample<I> sample : samples) {
      long steps = sample.expected().steps();
      ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(sample.input()), steps);
      int[] prompt = decoder.prompt(sample.input());
      Decoding decoding = new Decoder(decoder.model(), executor).decode(prompt, steps);
      if (!sample.isAnsweredBy(decoding, 0)) {
        return -1;
      }
      Spent spent =
          Spent.of(decoder.model()).on(decoder.model(), prompt, decoding, decoding.outcome());
      most = Math.max(most, spent.of(currency));
    }
    return Math.min(most, amount);
  }

  private Decoding decode(CompiledModels<I> models, Sample<I> sample, long[] budgets)
      throws ExperimentException {
    ConstructedDecoder<I> decoder =
        models.forRun(problem.promptLength(sample.input()), sample.expected().steps());
    return new Decoder(decoder.model(), executor)
        .decode(new int[][] {decoder.prompt(sample.input())}, new long[][] {budgets})
        .get(0);
  }
}
