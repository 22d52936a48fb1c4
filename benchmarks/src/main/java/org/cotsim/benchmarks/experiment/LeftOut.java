package org.cotsim.benchmarks.experiment;

import java.util.OptionalInt;

/**
 * A way to build a decoder that was asked and that a problem does not have.
 *
 * @param problem its name, whatever the way
 * @param by the way
 * @param n the length at which it does not have it; empty if at none
 * @param reason in a sentence
 */
public record LeftOut(String problem, String by, OptionalInt n, String reason) {

  /** A way that a problem has at no length. */
  public LeftOut(String problem, String by, String reason) {
    this(problem, by, OptionalInt.empty(), reason);
  }
}
