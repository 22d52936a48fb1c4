package org.cotsim.benchmarks.problem;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.InputSize;

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

  /**
   * The same problem with decoders that are built in another way.
   *
   * @throws ExperimentException if there is no such way, with the reason
   */
  default Problem<I> by(Recipe recipe) throws ExperimentException {
    if (recipe != Recipe.THEOREM1) {
      throw new ExperimentException(
          "--by " + recipe + " is for regular languages, and " + name() + " is none");
    }
    return this;
  }

  /** Reads an input as a person writes it. */
  I parse(String text) throws InputException;

  /** Writes an input so that {@link #parse} reads it. */
  String format(I input);

  /** The length n of an input. */
  int length(I input);

  /** The measures of an input that is a graph. */
  default Optional<InputSize.Graph> graphSize(I input) {
    return Optional.empty();
  }

  /** The edges of a shortest path from s to t, where the input is a graph with such a path. */
  default OptionalInt distance(I input) {
    return OptionalInt.empty();
  }

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

  /**
   * The oracle's machine at work on an input, for a picture beside the chain; empty if there is
   * none to draw.
   *
   * @param steps how many of its steps, at most as many as it makes
   */
  default Optional<MachineScene> scene(I input, int steps) {
    return Optional.empty();
  }

  /** The inputs of one length, in plain words. */
  default String ofLength(int n) {
    return "words of length " + n;
  }

  /** The inputs up to a length and what is left out, in plain words. */
  default String upToLength(int n) {
    return "all words up to length " + n + "; longer words are not covered";
  }

  /**
   * How {@link #random} chooses, in plain words, where that says more than its sample; may be
   * empty.
   */
  String sampling();

  /** Endless random inputs of one length, or about that length where inputs have a form. */
  Iterator<I> random(int length, long seed) throws InputException;

  /**
   * Refuses to enumerate what has no end.
   *
   * @throws ExperimentException if there are too many inputs up to a length
   */
  default void requireEnumerable(int longest) throws ExperimentException {}

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
