package org.cotsim.languages.catalogue;

import java.util.function.LongUnaryOperator;

/**
 * What is claimed about a machine's running time.
 *
 * <p>Machine steps, not the tokens of a chain: those are what a construction claims.
 *
 * @param steps the number of steps for a word of length n
 * @param formula the same as a person reads it
 * @param exact whether every word takes exactly so many steps, and not just at most
 */
public record RunningTime(LongUnaryOperator steps, String formula, boolean exact) {

  /** A claim that every word of length n takes exactly this many steps. */
  public static RunningTime exactly(String formula, LongUnaryOperator steps) {
    return new RunningTime(steps, formula, true);
  }

  /** A claim that no word of length n takes more steps. */
  public static RunningTime atMost(String formula, LongUnaryOperator steps) {
    return new RunningTime(steps, formula, false);
  }

  /** The claim for words of this length. */
  public long at(long length) {
    return steps.applyAsLong(length);
  }
}
