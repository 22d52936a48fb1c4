package org.cotsim.benchmarks.problem;

import java.util.Locale;

/** What compute at test time is bought with. */
public enum Currency {
  /** Intermediate tokens of a chain of thought. */
  STEPS,
  /** How often a layer, or a block of layers, is applied. */
  LOOPS,
  /** Blank tokens of the prompt that say nothing. */
  PADDING,
  /** Steps that feed a vector back instead of a token. */
  THOUGHTS,
  /** The most tokens that a decoder sees at once. */
  CONTEXT;

  /** The name as it is written on the command line, and as the key of a row. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is spent when a decoder is built, so that each amount is another decoder. */
  public boolean isBuilt() {
    return this == LOOPS || this == PADDING;
  }

  /** Whether it is spent token by token, so that one decoding serves all budgets. */
  public boolean isEmitted() {
    return this == STEPS || this == THOUGHTS;
  }
}
