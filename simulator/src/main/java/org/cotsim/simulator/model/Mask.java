package org.cotsim.simulator.model;

/**
 * Which positions position i may attend to. A head that sees no position yields the zero vector.
 */
public enum Mask {
  /** Positions 0 to i. */
  CAUSAL("causal"),
  /** Positions 0 to i - 1; at position 0 there is nothing to see. */
  STRICT("strict causal");

  private final String text;

  Mask(String text) {
    this.text = text;
  }

  /** How many of the first {@code length} positions the last of them may see. */
  public int visible(int length) {
    return this == CAUSAL ? length : length - 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
