package org.cotsim.benchmarks.experiment.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a check found.
 *
 * @param right inputs whose whole chain and answer were those of the machine's own run
 * @param wrong all other inputs
 * @param firstWrong the first of these in the order of the inputs
 * @param stepsTotal intermediate tokens decoded, or confirmed in one pass
 * @param truncated inputs on which the machine was stopped, and compared up to there
 * @param longest the largest input length
 */
public record CheckResult(
    long right,
    long wrong,
    Optional<Mismatch> firstWrong,
    long stepsTotal,
    long truncated,
    int longest) {

  /**
   * One wrong input.
   *
   * @param order its number among the inputs, from 0
   * @param place where it came from
   * @param input as text
   * @param firstDifference the index of the first wrong token in chain and answer; empty if the
   *     chain is right and only a label disagrees
   * @param expected the right tokens around the first difference
   * @param actual the emitted tokens around the first difference
   * @param reason in one sentence
   */
  public record Mismatch(
      long order,
      String place,
      String input,
      OptionalInt firstDifference,
      List<String> expected,
      List<String> actual,
      String reason) {}
}
