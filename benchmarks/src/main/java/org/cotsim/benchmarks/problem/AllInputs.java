package org.cotsim.benchmarks.problem;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A problem whose inputs can all be gone through, length by length.
 *
 * @param <I> the inputs
 */
public interface AllInputs<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> AllInputs<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof AllInputs<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "list of all inputs", AllInputs.class);
  }

  /** All inputs of one length, one at a time. */
  Iterator<I> exhaustive(int length);

  /**
   * Refuses to enumerate what has no end.
   *
   * @throws ExperimentException if there are too many inputs up to a length
   */
  default void requireEnumerable(int longest) throws ExperimentException {}

  /** How many inputs of one length there are; empty where nobody has counted them. */
  default Optional<BigInteger> count(int length) {
    return Optional.empty();
  }

  /** The inputs up to a length and what is left out, in plain words. */
  default String upToLength(int n) {
    return "all words up to length " + n + "; longer words are not covered";
  }

  /** The length up to which inputs are gone through where nobody says; empty: a thousand or so. */
  default OptionalInt usuallyUpTo() {
    return OptionalInt.empty();
  }
}
