package org.cotsim.benchmarks.experiment;

import java.util.Arrays;

/** What the oracle says: the chain that the machine's own run makes, then the answer. */
public final class Expected {

  private final int[] continuation;
  private final boolean accepts;

  /**
   * The right continuation of a prompt.
   *
   * @param continuation the chain and the answer token
   * @param accepts whether the answer is yes
   */
  public Expected(int[] continuation, boolean accepts) {
    this.continuation = continuation.clone();
    this.accepts = accepts;
  }

  /** The chain and the answer token. */
  public int[] continuation() {
    return continuation.clone();
  }

  /** The answer token. */
  public int answer() {
    return continuation[continuation.length - 1];
  }

  /** The machine's running time: the intermediate tokens before the answer. */
  public int steps() {
    return continuation.length - 1;
  }

  public boolean accepts() {
    return accepts;
  }

  @Override
  public String toString() {
    return "Expected" + Arrays.toString(continuation);
  }
}
