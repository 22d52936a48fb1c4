package org.cotsim.simulator.construct;

/**
 * How long the inputs and chains are for which a model is compiled.
 *
 * @param length the longest input, in tokens between start and think, at least 0
 * @param steps the longest chain, in intermediate tokens, at least 0
 */
public record Extent(int length, int steps) {

  public Extent {
    if (length < 0 || steps < 0) {
      throw new IllegalArgumentException("inputs of " + length + ", chains of " + steps);
    }
  }

  /** Inputs and chains of up to k tokens each. */
  public static Extent of(int k) {
    return new Extent(k, k);
  }
}
