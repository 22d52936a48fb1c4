package org.cotsim.benchmarks.experiment;

import java.util.Iterator;
import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;

/**
 * A problem with everything an experiment needs: a construction, an oracle, inputs.
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
  List<String> notes();

  /**
   * The construction with these options; the tokens do not depend on them.
   *
   * @throws ExperimentException if the construction does not have such an option
   */
  Construction<I> construction(ConstructionOptions options) throws ExperimentException;

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

  /**
   * The same problem for inputs of length n or less, where the vocabulary depends on the length.
   *
   * @throws ExperimentException if n is too large
   */
  default Problem<I> forLength(int n) throws ExperimentException {
    return this;
  }

  /** The same problem for one input only, where the vocabulary depends on the input. */
  default Problem<I> forInput(I input) {
    return this;
  }

  /** The length of the shortest inputs of {@link #random}. */
  default int shortest() {
    return 0;
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

  /** The machine's situation after some of its steps, for a person to look at; may be empty. */
  default String situation(I input, long steps) {
    return "";
  }

  /** How {@link #random} chooses, in plain words. */
  String sampling();

  /** Endless random inputs of one length, or about that length where inputs have a form. */
  Iterator<I> random(int length, long seed) throws InputException;

  /** All inputs of one length, one at a time. */
  Iterator<I> exhaustive(int length);

  /**
   * Inputs that together tell the problem from every other with few more states.
   *
   * @throws ExperimentException if there is no such set
   */
  Iterator<I> conformance(int extraStates) throws ExperimentException;

  /** What those inputs show if no counterexample is among them. */
  String conformanceEvidence(int extraStates);
}
