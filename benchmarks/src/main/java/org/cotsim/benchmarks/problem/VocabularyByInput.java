package org.cotsim.benchmarks.problem;

/**
 * A problem whose vocabulary depends on the input.
 *
 * @param <I> the inputs
 */
public interface VocabularyByInput<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> VocabularyByInput<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof VocabularyByInput<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "vocabulary for each input", VocabularyByInput.class);
  }

  /** The same problem for one input only. */
  Problem<I> forInput(I input);

  /** A problem for one input: itself, unless its vocabulary depends on that. */
  static <I> Problem<I> suited(Problem<I> problem, I input) {
    return problem instanceof VocabularyByInput<I> own ? own.forInput(input) : problem;
  }
}
