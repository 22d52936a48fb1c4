package org.cotsim.languages.catalogue;

import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;

/**
 * A named problem with a Turing machine that solves it and a second definition to check it by.
 *
 * @param summary what it asks, in one line, with the form of the input
 * @param citation where it comes from
 * @param complexity its place in the Chomsky hierarchy or among the complexity classes
 * @param steps the machine's running time
 * @param words samplers of inputs
 * @param constantDepth what circuits of constant depth make of it, if they solve it
 */
public record TuringEntry(
    String name,
    String summary,
    String citation,
    String complexity,
    TuringMachine machine,
    TuringDefinition definition,
    RunningTime steps,
    TuringWords words,
    Optional<ConstantDepth> constantDepth)
    implements Entry {

  /** Refuses a function without an output tape, and an output tape without a function. */
  public TuringEntry {
    if (definition instanceof TuringDefinition.Computes != machine.outputTape().isPresent()) {
      throw new IllegalArgumentException(name + ": a function and an output tape go together");
    }
  }

  /** A problem that circuits of constant depth are not known to solve. */
  TuringEntry(
      String name,
      String summary,
      String citation,
      String complexity,
      TuringMachine machine,
      TuringDefinition definition,
      RunningTime steps,
      TuringWords words) {
    this(name, summary, citation, complexity, machine, definition, steps, words, Optional.empty());
  }

  /** The same problem with what circuits of constant depth make of it. */
  TuringEntry with(ConstantDepth known) {
    return new TuringEntry(
        name, summary, citation, complexity, machine, definition, steps, words, Optional.of(known));
  }

  /** Where it stands in theory, in plain words: its circuits, if they are known, come first. */
  public String languageClass() {
    return constantDepth.map(known -> known.circuits() + "; ").orElse("") + complexity;
  }

  @Override
  public String toString() {
    return name;
  }
}
