package org.cotsim.benchmarks.experiment.grade;

import java.util.List;
import java.util.Optional;

/**
 * A completion beside what is right.
 *
 * @param place where it stands
 * @param input as a person writes it
 * @param n the length of the input
 * @param budget the intermediate tokens allowed
 * @param right the right chain under this budget
 * @param label the right answer
 * @param answerClass the answer token that is right
 * @param said what the model said
 * @param answerRight whether the answer is the right one
 * @param wrong the first wrong step; empty if the chain is right, or unreadable
 * @param labelled whether the file says which step is the first wrong one, or that none is
 * @param agrees whether the file says the same as was found
 */
public record Graded(
    Place place,
    String input,
    int n,
    long budget,
    List<String> right,
    String label,
    String answerClass,
    Transcript said,
    boolean answerRight,
    Optional<WrongStep> wrong,
    boolean labelled,
    boolean agrees) {

  /** Whether every token of the chain is the right one, and none is missing. */
  public boolean chainRight() {
    return said.unreadable().isEmpty() && wrong.isEmpty();
  }
}
