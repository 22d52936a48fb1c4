package org.cotsim.benchmarks.experiment.run;

import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Vocabulary;

/** Decodes one input under one budget, in whatever currency. */
public final class InputDecoder {

  private InputDecoder() {}

  /** Where the decoder of a run comes from. */
  @FunctionalInterface
  interface Source<I> {
    /** A decoder for inputs of so many tokens and what the oracle says of one. */
    ConstructedDecoder<I> forRun(int promptLength, Expected expected) throws ExperimentException;
  }

  /**
   * Decodes an input with a decoder that is built for it.
   *
   * @param budget empty for as many steps as the problem is given
   */
  public static <I> DecodedInput of(
      Problem<I> problem, I input, Optional<Budget> budget, ExperimentSetup setup)
      throws ExperimentException {
    Expected expected = problem.expected(input);
    if (budget.isEmpty()) {
      return of(
          problem,
          input,
          expected,
          budget,
          Long.MAX_VALUE,
          setup.compiled(problem)::forRun,
          setup.executor());
    }
    Currency currency = budget.get().currency();
    BudgetedDecoders<I> decoders = new BudgetedDecoders<>(problem, currency, setup);
    long amount = budget.get().amount(problem, input, expected);
    DecodedInput decoded =
        of(
            problem,
            input,
            expected,
            currency.isEmitted() ? budget : Optional.empty(),
            decoders.context(amount, input),
            decoders.models(amount)::forRun,
            setup.executor());
    return currency.isEmitted()
        ? decoded
        : decoded.under(currency, amount, decoders.claimed(input, expected));
  }

  /**
   * Decodes under a budget of what is emitted, or as many steps as the problem is given.
   *
   * @param usual what the oracle says of the input where nobody asks for more steps
   */
  static <I> DecodedInput of(
      Problem<I> problem,
      I input,
      Expected usual,
      Optional<Budget> budget,
      long context,
      Source<I> source,
      Executor executor)
      throws ExperimentException {
    int n = problem.length(input);
    Expected expected = usual;
    long steps =
        budget.isPresent() ? budget.get().amount(problem, input, expected) : problem.mostSteps(n);
    if (!expected.answered() && steps > expected.steps()) {
      expected = problem.expected(input, steps);
    }
    ConstructedDecoder<I> decoder =
        source.forRun(problem.promptLength(input), expected.within(steps));
    Decoding decoding =
        new Decoder(decoder.model(), executor)
            .decode(
                new int[][] {decoder.prompt(input)}, new long[][] {{steps}}, new long[] {context})
            .get(0);
    Vocabulary vocabulary = decoder.model().vocabulary();
    OptionalLong needed =
        expected.answered() ? OptionalLong.of(expected.steps()) : OptionalLong.empty();
    return new DecodedInput(
        n,
        budget.map(Budget::currency).orElse(emitted(problem)),
        steps,
        needed,
        needed,
        AnswerText.texts(vocabulary, decoding.chain()),
        AnswerText.of(vocabulary, decoding.output(), decoding.outcome().answer()),
        decoding.outcome(),
        AnswerText.of(vocabulary, expected.output(), expected.answer()),
        expected.isGivenBy(decoding, decoding.outcome()),
        decoder.certificate());
  }

  /** What the chain of a problem is made of. */
  private static Currency emitted(Problem<?> problem) {
    Currency currency = WaysToBuild.currency(problem);
    return currency.isEmitted() ? currency : Currency.STEPS;
  }
}
