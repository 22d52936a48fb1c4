package org.cotsim.benchmarks.experiment.data;

import java.util.List;

/**
 * Examples as a conversation: what is asked, and the transcript.
 *
 * <p>The question has a line for the problem, one for the input and one for the steps allowed; the
 * transcript has the chain, its tokens separated by spaces, or by line ends where a token of the
 * vocabulary has a space in it, and below it the answer.
 */
public final class ChatText {

  /** What stands before the input in a question. */
  public static final String INPUT = "Input: ";

  /** What stands before the number of steps allowed in a question. */
  public static final String STEPS = "Steps: at most ";

  /** What stands before the answer in a transcript. */
  public static final String ANSWER = "Final answer: ";

  private ChatText() {}

  /** What the model is asked. */
  public static String question(Example.Source source, String input, long budget) {
    return "Problem: %s: %s\n%s%d\n%s%s"
        .formatted(source.problem(), source.summary(), STEPS, budget, INPUT, input);
  }

  /**
   * What the model says.
   *
   * @param spaced whether a token of the vocabulary has a space in it
   */
  public static String transcript(List<String> chain, boolean spaced, String answer) {
    return (chain.isEmpty() ? "" : String.join(spaced ? "\n" : " ", chain) + "\n")
        + (ANSWER + answer).stripTrailing();
  }
}
