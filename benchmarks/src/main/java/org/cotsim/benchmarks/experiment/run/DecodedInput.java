package org.cotsim.benchmarks.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.decode.Outcome;

/**
 * One decoded input beside what the oracle says.
 *
 * @param n the length of the input
 * @param budget in intermediate tokens
 * @param needed the steps of the machine's own run, if it came to an answer
 * @param chain the texts of the intermediate tokens emitted
 * @param answer as text; empty if there is none
 * @param outcome how decoding ended
 * @param oracle the right answer as text; empty if the machine was stopped before
 * @param right whether the answer is the oracle's
 * @param certificate of the model that ran
 */
public record DecodedInput(
    int n,
    long budget,
    OptionalLong needed,
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
}
