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

  /** The construction with these options; the tokens do not depend on them. */
  Construction<I> construction(ConstructionOptions options);

  /** Reads an input as a person writes it. */
  I parse(String text) throws InputException;

  /** Writes an input so that {@link #parse} reads it. */
  String format(I input);

  /** The length n of an input. */
  int length(I input);

  /** What the oracle says of an input, in tokens. */
  Expected expected(I input);

  /** Endless random inputs of one length, balanced between accepted and rejected ones. */
  Iterator<I> random(int length, long seed) throws InputException;

  /** All inputs of one length, one at a time. */
  Iterator<I> exhaustive(int length);

  /** Inputs that together tell the problem from every other with few more states. */
  Iterator<I> conformance(int extraStates);

  /** What those inputs show if no counterexample is among them. */
  String conformanceEvidence(int extraStates);
}
