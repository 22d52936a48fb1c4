package org.cotsim.benchmarks.experiment.check;

import java.util.Optional;

/**
 * What a check of connectivity questions found.
 *
 * @param right questions whose whole chain, answer and label were right
 * @param wrong all other questions
 * @param firstWrong the first of these in the order of the questions
 * @param stepsTotal intermediate tokens decoded
 * @param maxStepsOverBound the largest number of steps beyond V + E, an undirected edge counting
 *     twice; 0 or less if the bound was kept; empty if there was no question
 */
public record GraphCheckResult(
    long right,
    long wrong,
    Optional<Mismatch> firstWrong,
    long stepsTotal,
    Optional<Long> maxStepsOverBound) {

  /**
   * One wrong question.
   *
   * @param order its number among the questions, from 0
   * @param place where it came from
   * @param question the names of s and t
   * @param reason in one sentence
   */
  public record Mismatch(long order, String place, String question, String reason) {}
}
