package org.cotsim.languages.catalogue;

import org.cotsim.languages.turing.TuringMachine;

/**
 * A named problem with a Turing machine that solves it and a second definition to check it by.
 *
 * @param summary what it asks, in one line, with the form of the input
 * @param citation where it comes from
 * @param complexity its place in the Chomsky hierarchy or among the complexity classes
 * @param steps the machine's running time
 * @param words samplers of inputs
 */
public record TuringEntry(
    String name,
    String summary,
    String citation,
    String complexity,
    TuringMachine machine,
    TuringDefinition definition,
    RunningTime steps,
    TuringWords words)
    implements Entry {

  /** Refuses a function without an output tape, and an output tape without a function. */
  public TuringEntry {
    if (definition instanceof TuringDefinition.Computes != machine.outputTape().isPresent()) {
      throw new IllegalArgumentException(name + ": a function and an output tape go together");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
