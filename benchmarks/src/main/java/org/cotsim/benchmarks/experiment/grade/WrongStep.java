package org.cotsim.benchmarks.experiment.grade;

/**
 * The first step at which a chain is not the right one.
 *
 * @param step from 1; one behind the last is where the answer has to stand
 * @param expected the token that is right there, or {@link #ANSWER}
 * @param found the token that stands there, {@link #ANSWER} or {@link #NOTHING}
 */
public record WrongStep(int step, String expected, String found) {

  /** What stands for the answer in the place of a token. */
  public static final String ANSWER = "the answer";

  /** What stands for the end in the place of a token. */
  public static final String NOTHING = "nothing";
}
