package org.cotsim.simulator.decode;

import java.util.Arrays;
import java.util.List;

/**
 * What one prompt led to under each of several budgets.
 *
 * <p>The chain under a smaller budget is a prefix of the chain under a larger one, so a single run
 * serves them all.
 *
 * @param chain the intermediate tokens under the largest budget
 * @param outcomes one per budget, in the order asked
 */
public record Decoding(int[] chain, List<Outcome> outcomes) {

  public Decoding {
    chain = chain.clone();
    outcomes = List.copyOf(outcomes);
  }

  /** The outcome under the last budget asked. */
  public Outcome last() {
    return outcomes.get(outcomes.size() - 1);
  }

  @Override
  public int[] chain() {
    return chain.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decoding that
        && Arrays.equals(chain, that.chain)
        && outcomes.equals(that.outcomes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(chain) + outcomes.hashCode();
  }

  @Override
  public String toString() {
    return "Decoding" + Arrays.toString(chain) + outcomes;
  }
}
