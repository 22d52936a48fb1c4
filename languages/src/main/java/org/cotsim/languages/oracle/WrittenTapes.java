package org.cotsim.languages.oracle;

import java.util.List;
import org.cotsim.languages.turing.TuringMachine;

/**
 * The tapes of a machine as a list of steps leaves them: each step writes and moves as it says, and
 * no transition is looked up.
 *
 * <p>A step costs O(k) for k tapes; memory is proportional to the cells visited.
 */
public final class WrittenTapes {

  private final TuringMachine machine;
  private final Tape[] tapes;

  /**
   * The tapes before the first step.
   *
   * @throws IllegalArgumentException when a symbol is not in the machine's input alphabet
   */
  public WrittenTapes(TuringMachine machine, List<String> word) {
    this.machine = machine;
    this.tapes = new Tape[machine.tapes()];
    for (int tape = 0; tape < tapes.length; tape++) {
      tapes[tape] = new Tape(tape == 0 ? machine.encode(word) : new int[0]);
    }
  }

  /** Writes and moves, given the index among {@link TuringMachine#actions}. */
  public void step(int action) {
    for (int tape = 0; tape < tapes.length; tape++) {
      tapes[tape].write(machine.written(action, tape));
      tapes[tape].move(machine.shift(action, tape));
    }
  }

  /** The number of cells on all tapes that hold another symbol than the blank. */
  public long nonBlank() {
    long count = 0;
    for (Tape tape : tapes) {
      count += tape.nonBlank();
    }
    return count;
  }

  /** The lowest cell of a tape that its head has visited or the word covers. */
  public int lowest(int tape) {
    return tapes[tape].lowest();
  }

  /** The highest cell of a tape that its head has visited or the word covers. */
  public int highest(int tape) {
    return tapes[tape].highest();
  }

  /** Whether a cell of a tape holds another symbol than the blank. */
  public boolean isMarked(int tape, int cell) {
    return tapes[tape].at(cell) != 0;
  }

  /** Whether every cell and every head is as in a run. */
  public boolean areThoseOf(TuringRun run) {
    for (int tape = 0; tape < tapes.length; tape++) {
      int from = Math.min(tapes[tape].lowest(), run.lowest(tape));
      int to = Math.max(tapes[tape].highest(), run.highest(tape));
      boolean same = tapes[tape].head() == run.head(tape);
      for (int cell = from; same && cell <= to; cell++) {
        same = tapes[tape].at(cell) == run.symbolAt(tape, cell);
      }
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
