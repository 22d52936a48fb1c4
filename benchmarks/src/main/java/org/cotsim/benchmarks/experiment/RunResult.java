package org.cotsim.benchmarks.experiment;

import java.util.List;
import java.util.Optional;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.decode.Outcome;

/**
 * One decoded input beside what the oracle says.
 *
 * @param n the length of the input
 * @param budget in intermediate tokens
 * @param claimed the intermediate tokens that the construction claims to need at most
 * @param chain the texts of the tokens emitted
 * @param answer the text of the answer, empty after a tie
 * @param outcome how decoding ended
 * @param oracle the text of the right answer
 * @param certificate of the model that ran
 */
public record RunResult(
    int n,
    long budget,
    long claimed,
    List<String> chain,
    Optional<String> answer,
    Outcome outcome,
    String oracle,
    Certificate certificate) {

  public RunResult {
    chain = List.copyOf(chain);
  }

  /** Whether the answer is the oracle's. */
  public boolean right() {
    return answer.equals(Optional.of(oracle));
  }
}
