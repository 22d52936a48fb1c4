package org.cotsim.benchmarks.problem;

import org.cotsim.languages.turing.TuringMachine;

/**
 * A problem that a Turing machine decides or computes, and whose decoders are built from it.
 *
 * @param <I> the inputs
 */
public interface DecidedByMachine<I> extends Problem<I> {

  /** The machine. */
  TuringMachine machine();

  /** Whether it is said which words the machine is for and what it answers. */
  boolean isKnown();
}
