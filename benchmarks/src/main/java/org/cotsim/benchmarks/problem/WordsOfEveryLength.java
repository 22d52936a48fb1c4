package org.cotsim.benchmarks.problem;

/**
 * A problem with a word of every length, whose chain is longer the longer the word: it is measured
 * by the length of words.
 *
 * @param <I> the inputs
 */
public interface WordsOfEveryLength<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> WordsOfEveryLength<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof WordsOfEveryLength<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "words of every length", WordsOfEveryLength.class);
  }

  /** A word of a length, every symbol equally likely. */
  I uniform(int length, long seed);

  /** A word of a length whose neighbours differ, so that reading a neighbour shows. */
  I alternating(int length);

  /** The length of the chain of a word of this length. */
  int chain(int length);
}
