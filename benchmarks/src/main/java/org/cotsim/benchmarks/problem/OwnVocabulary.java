package org.cotsim.benchmarks.problem;

/**
 * A problem whose vocabulary depends on the length of inputs, or on the input.
 *
 * @param <I> the inputs
 */
public interface OwnVocabulary<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> OwnVocabulary<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof OwnVocabulary<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "vocabulary of its own for each length", OwnVocabulary.class);
  }

  /**
   * The same problem for inputs of length n or less.
   *
   * @throws ExperimentException if n is too large
   */
  Problem<I> forLength(int n) throws ExperimentException;

  /** The same problem for one input only. */
  Problem<I> forInput(I input);

  /** A problem for inputs of length n or less: itself, unless its vocabulary depends on that. */
  static <I> Problem<I> sized(Problem<I> problem, int n) throws ExperimentException {
    return problem instanceof OwnVocabulary<I> own ? own.forLength(n) : problem;
  }

  /** A problem for one input: itself, unless its vocabulary depends on that. */
  static <I> Problem<I> sized(Problem<I> problem, I input) {
    return problem instanceof OwnVocabulary<I> own ? own.forInput(input) : problem;
  }
}
