package org.cotsim.benchmarks.problem;

/**
 * A problem whose vocabulary depends on the length of its inputs.
 *
 * @param <I> the inputs
 */
public interface VocabularyByLength<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> VocabularyByLength<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof VocabularyByLength<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "vocabulary for each length", VocabularyByLength.class);
  }

  /**
   * The same problem for inputs of length n or less.
   *
   * @throws ExperimentException if n is too large
   */
  Problem<I> forLength(int n) throws ExperimentException;

  /** A problem for inputs of length n or less: itself, unless its vocabulary depends on that. */
  static <I> Problem<I> suited(Problem<I> problem, int n) throws ExperimentException {
    return problem instanceof VocabularyByLength<I> own ? own.forLength(n) : problem;
  }
}
