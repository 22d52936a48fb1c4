package org.cotsim.simulator.export;

import java.util.Locale;

/** What one run of an exported decoder computes. */
public enum Form {
  /**
   * One more token of every sequence, with the keys and values of the tokens before it as inputs
   * and those up to it as outputs.
   */
  STEP,
  /** The scores after every position of whole sequences; nothing is kept. */
  SEQUENCE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
