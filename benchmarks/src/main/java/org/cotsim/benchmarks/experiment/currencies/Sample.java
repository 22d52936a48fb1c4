package org.cotsim.benchmarks.experiment.currencies;

import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.simulator.decode.Decoding;

/**
 * An input and what the oracle says of it.
 *
 * @param <I> the inputs
 */
record Sample<I>(I input, Expected expected) {

  /** Whether a decoding gave the right answer under one of its budgets. */
  boolean isAnsweredBy(Decoding decoding, int budget) {
    return expected.isGivenBy(decoding, decoding.outcomes().get(budget));
  }
}
