package org.cotsim.simulator.decode;

import java.util.Arrays;
import java.util.List;

/**
 * What one prompt led to under each of several budgets.
 *
 * <p>The chain under a smaller budget is a prefix of the chain under a larger one, so a single run
 * serves them all.
 */
public final class Decoding {

  private final int[] chain;
  private final int[] output;
  private final List<Outcome> outcomes;
  private final long context;

  /**
   * A finished decoding.
   *
   * @param chain the intermediate tokens under the largest budget
   * @param output the tokens of an answer of several tokens, without the one that ends it
   * @param outcomes one per budget, in the order asked
   * @param context the most tokens that the model saw at once
   */
  public Decoding(int[] chain, int[] output, List<Outcome> outcomes, long context) {
    this.chain = chain.clone();
    this.output = output.clone();
    this.outcomes = List.copyOf(outcomes);
    this.context = context;
  }

  /** The number of intermediate tokens under the largest budget. */
  public int steps() {
    return chain.length;
  }

  /** The intermediate tokens under the largest budget. */
  public int[] chain() {
    return chain.clone();
  }

  /** The tokens of an answer of several tokens, without the one that ends it. */
  public int[] output() {
    return output.clone();
  }

  /** The most tokens that the model saw at once, prompt included, under the largest budget. */
  public long context() {
    return context;
  }

  /** One outcome per budget, in the order asked. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** The outcome under the only budget asked. */
  public Outcome outcome() {
    if (outcomes.size() != 1) {
      throw new IllegalStateException(outcomes.size() + " budgets were asked");
    }
    return outcomes.get(0);
  }

  @Override
  public String toString() {
    return "Decoding" + Arrays.toString(chain) + outcomes;
  }
}
