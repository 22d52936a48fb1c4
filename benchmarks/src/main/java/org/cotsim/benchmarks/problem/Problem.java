package org.cotsim.benchmarks.problem;

import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.FoldedBeyond;

/**
 * A problem: what is asked, how inputs are written, what is right, and what decodes.
 *
 * <p>What only some problems can do is a capability, an interface of this package that extends this
 * one: {@link AllInputs}, {@link RandomInputs}, {@link ConformanceSuite}, {@link DrawnMachine} and
 * so on. Whoever needs one asks with {@code of(problem)}.
 *
 * @param <I> the inputs
 */
public interface Problem<I> {

  /** The name by which a person asked for it. */
  String name();

  /** What it asks, in one line. */
  String summary();

  /** Where it stands in theory, in plain words. */
  String languageClass();

  /** What reading the problem changed, one sentence each: determinised, minimised, completed. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * The construction with these options, which may leave the hash to the length of the inputs; the
   * tokens do not depend on them.
   *
   * @throws ExperimentException if the construction does not have such an option
   */
  default Construction<I> construction(ConstructionOptions options) throws ExperimentException {
    Construction<I> asked = build(options);
    if (!options.mayFold()) {
      return asked;
    }
    try {
      return new FoldedBeyond<>(asked, build(options.withHash(Hash.FOLDED)));
    } catch (ExperimentException notFolded) {
      return asked;
    }
  }

  /**
   * The construction with just these options.
   *
   * @throws ExperimentException if the construction does not have such an option
   */
  Construction<I> build(ConstructionOptions options) throws ExperimentException;

  /** Reads an input as a person writes it. */
  I parse(String text) throws InputException;

  /** Writes an input so that {@link #parse} reads it. */
  String format(I input);

  /** The length n of an input. */
  int length(I input);

  /** The tokens of an input between start and think: its length, unless n counts something else. */
  default int promptLength(I input) {
    return length(input);
  }

  /** The most steps that a run on an input of length n is given if nobody asks for more. */
  long mostSteps(int n);

  /**
   * What the oracle says of an input, in tokens: its steps are those that the decoder claims.
   *
   * @param limit the oracle stops after so many steps
   */
  Expected expected(I input, long limit);

  /** What the oracle says of an input within {@link #mostSteps}. */
  default Expected expected(I input) {
    return expected(input, mostSteps(length(input)));
  }
}
