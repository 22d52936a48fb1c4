package org.cotsim.benchmarks.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.decode.Outcome;

/**
 * One decoded input beside what the oracle says.
 *
 * @param n the length of the input
 * @param currency what the budget counts
 * @param budget the most that could be spent of it
 * @param needed what the construction claims to need of it, if the machine came to an answer
 * @param neededSteps the steps of the machine's own run, if it came to an answer
 * @param chain the texts of the intermediate tokens emitted
 * @param answer as text; empty if there is none
 * @param outcome how decoding ended
 * @param oracle the right answer as text; empty if the machine was stopped before
 * @param right whether the answer is the oracle's
 * @param certificate of the model that ran
 */
public record DecodedInput(
    int n,
    Currency currency,
    long budget,
    OptionalLong needed,
    OptionalLong neededSteps,
    List<String> chain,
    Optional<String> answer,
    Outcome outcome,
    Optional<String> oracle,
    boolean right,
    Certificate certificate) {

  public DecodedInput {
    chain = List.copyOf(chain);
  }

  /** Whether the budget was large enough for the right answer, and yet another one came. */
  public boolean failed() {
    return !right && needed.isPresent() && budget >= needed.getAsLong();
  }

  /** The same under a budget in another currency, which the decoder was built or run with. */
  DecodedInput under(Currency other, long amount, long claimed) {
    return new DecodedInput(
        n,
        other,
        amount,
        OptionalLong.of(claimed),
        neededSteps,
        chain,
        answer,
        outcome,
        oracle,
        right,
        certificate);
  }
}
