package org.cotsim.benchmarks.experiment.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/** Decodes one input under one budget, in whatever currency. */
public final class InputDecoder {

  private InputDecoder() {}

  /** Where the decoder of a run comes from. */
  @FunctionalInterface
  interface Source<I> {
    /** A decoder for inputs of so many tokens and chains of so many steps. */
    ConstructedDecoder<I> forRun(int promptLength, long steps) throws ExperimentException;
  }

  /**
   * Decodes an input with a decoder that is built for it.
   *
   * @param budget empty for as many steps as the problem is given
   */
  public static <I> DecodedInput of(
      Problem<I> problem, I input, Optional<Budget> budget, ExperimentSetup setup)
      throws ExperimentException {
    if (budget.isEmpty()) {
      return of(problem, input, budget, setup.compiled(problem)::forRun, setup.executor());
    }
    Currency currency = budget.get().currency();
    BudgetedDecoders<I> decoders = new BudgetedDecoders<>(problem, currency, setup);
    Expected expected = problem.expected(input);
    long amount = budget.get().amount(problem, input, expected);
    DecodedInput decoded =
        of(
            problem,
            input,
            currency.isEmitted() ? budget : Optional.empty(),
            decoders.models(amount)::forRun,
            setup.executor());
    return currency.isEmitted()
        ? decoded
        : decoded.under(currency, amount, decoders.claimed(input, expected));
  }

  /** Decodes under a budget of what is emitted, or as many steps as the problem is given. */
  static <I> DecodedInput of(
      Problem<I> problem, I input, Optional<Budget> budget, Source<I> source, Executor executor)
      throws ExperimentException {
    int n = problem.length(input);
    Expected expected = problem.expected(input);
    long steps =
        budget.isPresent() ? budget.get().amount(problem, input, expected) : problem.mostSteps(n);
    if (!expected.answered() && steps > expected.steps()) {
      expected = problem.expected(input, steps);
    }
    ConstructedDecoder<I> decoder =
        source.forRun(problem.promptLength(input), Math.min(steps, expected.steps()));
    Decoding decoding = new Decoder(decoder.model(), executor).decode(decoder.prompt(input), steps);
    Vocabulary vocabulary = decoder.model().vocabulary();
    OptionalLong needed =
        expected.answered() ? OptionalLong.of(expected.steps()) : OptionalLong.empty();
    return new DecodedInput(
        n,
        budget.map(Budget::currency).orElse(Currency.STEPS),
        steps,
        needed,
        needed,
        texts(vocabulary, decoding.chain()),
        answer(vocabulary, decoding.output(), decoding.outcome().answer()),
        decoding.outcome(),
        answer(vocabulary, expected.output(), expected.answer()),
        expected.isGivenBy(decoding, decoding.outcome()),
        decoder.certificate());
  }

  static List<String> texts(Vocabulary vocabulary, int[] tokens) {
    return Arrays.stream(tokens).mapToObj(token -> vocabulary.token(token).text()).toList();
  }

  /** An answer as a person reads it: the word it spells if it has several tokens. */
  static Optional<String> answer(Vocabulary vocabulary, int[] output, OptionalInt last) {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    boolean spells = vocabulary.withRole(Token.Role.OUTPUT).size() > 0;
    String end = vocabulary.token(last.getAsInt()).text();
    return Optional.of(spells && end.equals("end") ? Words.format(texts(vocabulary, output)) : end);
  }
}
