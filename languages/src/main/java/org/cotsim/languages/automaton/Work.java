package org.cotsim.languages.automaton;

import org.cotsim.languages.input.InputException;

/** The elementary steps that one input has cost, refused beyond {@link Limits#STEPS}. */
public final class Work {

  private final String source;
  private long left;

  /**
   * Nothing done yet.
   *
   * @param source the file or expression that the error names
   */
  public Work(String source) {
    this(source, Limits.STEPS);
  }

  Work(String source, long limit) {
    this.source = source;
    this.left = limit;
  }

  /**
   * Counts steps.
   *
   * @throws InputException if there are too many
   */
  public void spend(long steps) throws InputException {
    left -= steps;
    if (left < 0) {
      throw InputException.in(
          source,
          "making this deterministic was stopped after %d steps, as it would take too long"
              .formatted(Limits.STEPS));
    }
  }
}
