package org.cotsim.benchmarks.experiment.data;

import java.util.OptionalInt;
import org.cotsim.simulator.model.Vocabulary;

/**
 * One line of a data set; its arrays belong to it and are not changed.
 *
 * @param split the part that it is in
 * @param input as a person writes it
 * @param prompt the tokens of the input from start to think
 * @param n the length of the input
 * @param budget the intermediate tokens allowed
 * @param chain the intermediate tokens, at most as many as allowed unless corrupted
 * @param answer the tokens of the answer given
 * @param label the tokens of the right answer
 * @param firstWrong the first step, from 1, that differs from the right transcript; the step after
 *     the last is where the answer has to stand
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(
    Split split,
    String input,
    int[] prompt,
    int n,
    long budget,
    int[] chain,
    int[] answer,
    int[] label,
    OptionalInt firstWrong) {

  /**
   * What the examples of a problem at a length have in common.
   *
   * @param problem the name
   * @param summary what it asks
   * @param n the length asked
   * @param byLength whether the tokens depend on the length
   * @param vocabulary the tokens
   */
  public record Source(
      String problem, String summary, int n, boolean byLength, Vocabulary vocabulary) {}
}
