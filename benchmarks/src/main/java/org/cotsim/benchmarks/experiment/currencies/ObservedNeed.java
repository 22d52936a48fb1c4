package org.cotsim.benchmarks.experiment.currencies;

import java.util.List;
import java.util.stream.LongStream;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;

/**
 * Looks for the least amount from which on all sampled answers are right, below what is claimed; of
 * loops and padding, for one that is enough where one less is not.
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

  /** The amount, at most the claim. */
  long below(long claimed) throws ExperimentException {
    if (currency.isEmitted()) {
      long most = 0;
      for (Sample<I> sample : samples) {
        most = Math.max(most, emitted(sample, most));
      }
      return most;
    }
    return bisected(currency.isBuilt() ? -1 : largestPrompt() - 1, claimed);
  }

  /** One more than the largest budget under which an answer is wrong, if it is more than known. */
  private long emitted(Sample<I> sample, long known) throws ExperimentException {
    long upper = sample.expected().steps();
    for (long window = NEAR; upper > known; window = Math.min(window * GROWTH, MOST_WINDOW)) {
      long lower = Math.max(known, upper - window);
      long[] budgets = LongStream.range(lower, upper).toArray();
      Decoding decoding = decode(decoders.models(upper), sample, budgets, Long.MAX_VALUE);
      for (int i = budgets.length - 1; i >= 0; i--) {
        if (!sample.isAnsweredBy(decoding, i)) {
          return budgets[i] + 1;
        }
      }
      upper = lower;
    }
    return known;
  }

  /** The tokens of the longest prompt, start and think included: no context is smaller. */
  private long largestPrompt() {
    return samples.stream().mapToLong(s -> problem.promptLength(s.input()) + 2L).max().orElse(2);
  }

  /** Bisection between an amount that is too little and one that is enough. */
  private long bisected(long tooLittle, long enough) throws ExperimentException {
    long below = tooLittle;
    long above = enough;
    while (above > below + 1) {
      long amount = (above + below) / 2;
      if (allRight(amount)) {
        above = amount;
      } else {
        below = amount;
      }
    }
    return above;
  }

  private boolean allRight(long amount) throws ExperimentException {
    CompiledModels<I> models = decoders.models(amount);
    for (Sample<I> sample : samples) {
      long[] steps = {sample.expected().steps()};
      long context = decoders.context(amount, sample.input());
      if (!sample.isAnsweredBy(decode(models, sample, steps, context), 0)) {
        return false;
      }
    }
    return true;
  }

  private Decoding decode(CompiledModels<I> models, Sample<I> sample, long[] budgets, long context)
      throws ExperimentException {
    ConstructedDecoder<I> decoder =
        models.forRun(problem.promptLength(sample.input()), sample.expected());
    return new Decoder(decoder.model(), executor)
        .decode(
            new int[][] {decoder.prompt(sample.input())},
            new long[][] {budgets},
            new long[] {context})
        .get(0);
  }
}
