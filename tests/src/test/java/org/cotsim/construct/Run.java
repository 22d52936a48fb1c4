package org.cotsim.construct;

import java.util.Arrays;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;

/**
 * One input decoded under every budget from none to a few steps more than claimed.
 *
 * @param input what was decoded
 * @param length of the input
 * @param claimed the steps that the construction claims to need at most
 * @param expected what the oracle says
 * @param decoding its outcomes are those of the budgets 0, 1, 2, ...
 */
record Run<I>(I input, int length, int claimed, Expected expected, Decoding decoding) {

  /** How many steps beyond the claim the largest budget allows. */
  static final int SPARE = 2;

  Outcome outcome(int budget) {
    return decoding.outcomes().get(budget);
  }

  /** The chain that the machine's own run makes, without the answer. */
  int[] expectedChain() {
    return Arrays.copyOf(expected.continuation(), expected.steps());
  }

  static long[] budgets(int claimed) {
    long[] budgets = new long[claimed + SPARE + 1];
    Arrays.setAll(budgets, b -> b);
    return budgets;
  }
}
