package org.cotsim.languages.catalogue;

import java.util.function.LongUnaryOperator;

/**
 * What is claimed about a machine's running time.
 *
 * @param steps the number of steps for a word of length n
 * @param text the same as a formula
 * @param exact whether every word takes exactly so many steps, and not just at most
 */
public record StepClaim(LongUnaryOperator steps, String text, boolean exact) {

  /** A claim that every word of length n takes exactly this many steps. */
  public static StepClaim exactly(String text, LongUnaryOperator steps) {
    return new StepClaim(steps, text, true);
  }

  /** A claim that no word of length n takes more steps. */
  public static StepClaim atMost(String text, LongUnaryOperator steps) {
    return new StepClaim(steps, text, false);
  }

  /** The claim for words of this length. */
  public long at(long length) {
    return steps.applyAsLong(length);
  }
}
