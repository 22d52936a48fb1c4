package org.cotsim.languages.oracle;

import java.util.List;
import org.cotsim.languages.turing.TuringMachine;

/** Runs Turing machines exactly as their tables say. */
public final class TuringInterpreter {

  private TuringInterpreter() {}

  /**
   * A run that stands before its first step.
   *
   * @throws IllegalArgumentException when a symbol is not in the machine's input alphabet
   */
  public static TuringRun start(TuringMachine machine, List<String> word) {
    return new TuringRun(machine, word);
  }

  /**
   * A run that has halted or made {@code most} steps.
   *
   * @throws IllegalArgumentException when a symbol is not in the machine's input alphabet
   */
  public static TuringRun run(TuringMachine machine, List<String> word, long most) {
    TuringRun run = start(machine, word);
    run.run(most);
    return run;
  }
}
