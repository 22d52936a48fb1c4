package org.cotsim.simulator.construct;

import java.util.function.LongUnaryOperator;

/**
 * How many intermediate tokens a construction needs at most before it answers by itself.
 *
 * @param formula as a person reads it, in the input length n
 * @param steps the same as a function of n
 */
public record StepClaim(String formula, LongUnaryOperator steps) {

  /** The steps for an input of n tokens. */
  public long at(long n) {
    return steps.applyAsLong(n);
  }

  @Override
  public String toString() {
    return formula;
  }
}
