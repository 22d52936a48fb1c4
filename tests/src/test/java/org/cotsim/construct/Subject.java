package org.cotsim.construct;

import org.cotsim.benchmarks.problem.Problem;

/**
 * A problem under test, with what is known of its answers from elsewhere than its oracle.
 *
 * @param <I> the inputs
 */
interface Subject<I> {

  Problem<I> problem();

  /** The length for which models are compiled: not a power of two. */
  int longest();

  /** The tokens between start and think of the longest prompt of such a length. */
  default int promptLength(int length) {
    return length;
  }

  /** The text of the right answer, by a definition that does not use the machine. */
  String answer(I input);

  /** The text of the answer forced after fewer steps than the machine takes, by the same. */
  String forced(I input, int steps);
}
