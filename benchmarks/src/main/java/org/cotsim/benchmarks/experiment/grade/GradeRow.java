package org.cotsim.benchmarks.experiment.grade;

/**
 * Completions that have something in common.
 *
 * @param group what they have in common: {@code length}, {@code budget}, {@code class}, or all
 * @param value which one
 * @param graded how many there are
 * @param answersRight how many have the right answer
 * @param chainsRight how many have the right chain, every token of it
 */
public record GradeRow(
    String group, String value, long graded, long answersRight, long chainsRight) {

  /** The same with one more. */
  GradeRow plus(Graded one) {
    return new GradeRow(
        group,
        value,
        graded + 1,
        answersRight + (one.answerRight() ? 1 : 0),
        chainsRight + (one.chainRight() ? 1 : 0));
  }
}
