package org.cotsim.benchmarks.experiment;

import java.util.Arrays;
import java.util.Optional;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.Vocabulary;

/** Decodes one input under one budget. */
public final class SingleRun {

  private SingleRun() {}

  /**
   * Decodes an input.
   *
   * @param budget empty for as many steps as the construction claims to need
   */
  public static <I> RunResult of(
      Problem<I> problem, I input, Optional<StepBudget> budget, Setup setup)
      throws ExperimentException {
    int n = problem.length(input);
    Expected expected = problem.expected(input);
    long claimed = expected.steps();
    long steps = budget.isPresent() ? Budgets.steps(budget.get(), n, expected) : claimed;
    ConstructedDecoder<I> decoder = setup.compiled(problem).forRun(n, Math.min(steps, claimed));
    Decoding decoding =
        new Decoder(decoder.model(), setup.executor()).decode(decoder.prompt(input), steps);
    Vocabulary vocabulary = decoder.model().vocabulary();
    return new RunResult(
        n,
        steps,
        claimed,
        Arrays.stream(decoding.chain()).mapToObj(t -> vocabulary.token(t).text()).toList(),
        answer(decoding.outcome(), vocabulary),
        decoding.outcome(),
        vocabulary.token(expected.answer()).text(),
        decoder.certificate());
  }

  private static Optional<String> answer(Outcome outcome, Vocabulary vocabulary) {
    return outcome.answer().isPresent()
        ? Optional.of(vocabulary.token(outcome.answer().getAsInt()).text())
        : Optional.empty();
  }
}
