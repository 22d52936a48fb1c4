package org.cotsim.benchmarks.problem;

import java.util.Iterator;
import org.cotsim.languages.input.InputException;

/**
 * A problem with random inputs of a length.
 *
 * @param <I> the inputs
 */
public interface RandomInputs<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> RandomInputs<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof RandomInputs<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "random inputs", RandomInputs.class);
  }

  /** The seed of the inputs of a problem, the same for all ways to build its decoder. */
  static long seedOf(Problem<?> problem, long seed) {
    return seed * 31 + WaysToBuild.subject(problem).hashCode();
  }

  /** Endless random inputs of one length, or about that length where inputs have a form. */
  Iterator<I> random(int length, long seed) throws InputException;

  /** How {@link #random} chooses, in plain words. */
  String sampling();

  /** The inputs of one length, in plain words. */
  default String ofLength(int n) {
    return "words of length " + n;
  }

  /** The length of the shortest inputs of {@link #random}. */
  default int shortest() {
    return 0;
  }

  /** The length of random inputs where nobody says which. */
  default int usualLength() {
    return 64;
  }
}
