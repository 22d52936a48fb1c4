package org.cotsim.languages.oracle;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.Action;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;

/**
 * A machine at work on one word; not safe for several threads.
 *
 * <p>A step costs O(k) for k tapes; memory is proportional to the cells visited.
 */
public final class TuringRun {

  private static final int HALTED = -1;

  private final TuringMachine machine;
  private final Tape[] tapes;
  private final int[] read;
  private int state;
  private int pending; // the action to come, or HALTED
  private int latest = HALTED;
  private long steps;

  TuringRun(TuringMachine machine, List<String> word) {
    this.machine = machine;
    this.read = new int[machine.tapes()];
    this.tapes = new Tape[machine.tapes()];
    for (int tape = 0; tape < tapes.length; tape++) {
      tapes[tape] = new Tape(tape == 0 ? machine.encode(word) : new int[0]);
    }
    this.state = machine.initial();
    lookUp();
  }

  private void lookUp() {
    for (int tape = 0; tape < read.length; tape++) {
      read[tape] = tapes[tape].read();
    }
    pending = machine.actionAt(state, read);
  }

  /** Makes one step and says whether there was one to make. */
  public boolean step() {
    if (pending == HALTED) {
      return false;
    }
    for (int tape = 0; tape < tapes.length; tape++) {
      tapes[tape].write(machine.written(pending, tape));
      tapes[tape].move(machine.shift(pending, tape));
    }
    state = machine.nextState(pending);
    latest = pending;
    steps++;
    lookUp();
    return true;
  }

  /** Makes steps until the machine halts or {@code most} of them are made; returns how many. */
  public long run(long most) {
    long made = 0;
    while (made < most && step()) {
      made++;
    }
    return made;
  }

  /** The machine that runs. */
  public TuringMachine machine() {
    return machine;
  }

  /** The number of steps made so far. */
  public long steps() {
    return steps;
  }

  /** Whether no transition is defined here. */
  public boolean halted() {
    return pending == HALTED;
  }

  /**
   * What the halted machine says.
   *
   * @throws IllegalStateException while it still runs
   */
  public Verdict verdict() {
    if (!halted()) {
      throw new IllegalStateException("the machine has not halted after " + steps + " steps");
    }
    return machine.verdict(state);
  }

  /** The index of the current state. */
  public int state() {
    return state;
  }

  /**
   * The index among {@link TuringMachine#actions} of the step made last.
   *
   * @throws IllegalStateException before the first step
   */
  public int latestAction() {
    if (latest == HALTED) {
      throw new IllegalStateException("no step has been made");
    }
    return latest;
  }

  /**
   * The step made last: state entered, symbols written, moves.
   *
   * @throws IllegalStateException before the first step
   */
  public Action latest() {
    return machine.actions().get(latestAction());
  }

  /** The cell that this tape's head scans; the input begins at cell 0. */
  public int head(int tape) {
    return tapes[tape].head();
  }

  /** The index of the symbol in this cell. */
  public int symbolAt(int tape, int cell) {
    return tapes[tape].at(cell);
  }

  /** The leftmost cell of this tape that was given or visited. */
  public int lowest(int tape) {
    return tapes[tape].lowest();
  }

  /** The rightmost cell of this tape that was given or visited. */
  public int highest(int tape) {
    return tapes[tape].highest();
  }

  /** The number of cells on all tapes that hold another symbol than the blank. */
  public long nonBlank() {
    long count = 0;
    for (Tape tape : tapes) {
      count += tape.nonBlank();
    }
    return count;
  }

  /**
   * The output tape from cell 0 rightwards up to the first blank.
   *
   * @throws IllegalStateException while the machine runs, or where it has no output tape
   */
  public List<String> output() {
    if (!halted() || machine.outputTape().isEmpty()) {
      throw new IllegalStateException("no output before the machine halts, or without its tape");
    }
    int tape = machine.outputTape().getAsInt();
    List<String> output = new ArrayList<>();
    for (int cell = 0; symbolAt(tape, cell) != TuringMachine.BLANK; cell++) {
      output.add(machine.symbols().get(symbolAt(tape, cell)));
    }
    return List.copyOf(output);
  }

  /** The whole situation, with everything given or visited on the tapes. */
  public Configuration configuration() {
    return configuration(Integer.MAX_VALUE / 4);
  }

  /** The whole situation, with at most this many cells, 1 or more, of each tape at its head. */
  public Configuration configuration(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("a window needs a cell, not " + width);
    }
    return Configuration.of(this, width);
  }
}
