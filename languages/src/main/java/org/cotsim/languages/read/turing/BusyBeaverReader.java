package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/**
 * Reads the standard text of busy-beaver machines, such as {@code 1RB1LB_1LA1RZ}.
 *
 * <p>States A, B, ... are separated by {@code _}; a state has one cell of three characters per
 * symbol 0, 1, ...: the symbol written, L or R, the next state. {@code ---} is undefined: the
 * machine halts there without a step, and rejects. A letter that is no state's is a halting state;
 * the move into it is a step, and accepts. The blank is 0. Source: bbchallenge.org.
 */
final class BusyBeaverReader {

  private static final int MOST_STATES = 26;
  private static final int MOST_SYMBOLS = 10;
  private static final String UNDEFINED = "---";

  private final int line;
  private final int column;
  private final String text;
  private final InputProblems problems;
  private final TuringMachineBuilder builder;
  private int stateCount;
  private int symbolCount;

  private BusyBeaverReader(String source, int line, int column, String text) {
    this.problems = new InputProblems(source);
    this.line = line;
    this.column = column;
    this.text = text;
    this.builder = TuringMachine.builder(text).blank("0");
  }

  /**
   * The machine that this text, which has no lines, describes.
   *
   * @throws InputException naming every wrong character by its column
   */
  static TuringMachine read(String source, String text) throws InputException {
    return read(source, 0, 1, text);
  }

  /** The machine, whose text begins at this line and column of its source. */
  static TuringMachine read(String source, int line, int column, String text)
      throws InputException {
    BusyBeaverReader reader = new BusyBeaverReader(source, line, column, text);
    reader.readStates();
    reader.problems.throwIfAny();
    return reader.builder.build();
  }

  private void readStates() throws InputException {
    String[] states = text.split("_", -1);
    stateCount = states.length;
    symbolCount = states[0].length() / 3;
    if (stateCount > MOST_STATES) {
      problem(0, "%d states, more than %d".formatted(stateCount, MOST_STATES));
      return;
    }
    if (symbolCount < 2 || symbolCount > MOST_SYMBOLS) {
      problem(0, "expected 2 to 10 cells of three characters a state, as in '1RB1LB_1LA1RZ'");
      return;
    }
    List<String> symbols = new ArrayList<>();
    for (int symbol = 0; symbol < symbolCount; symbol++) {
      symbols.add(Integer.toString(symbol));
    }
    builder.symbols(symbols).start("A");
    int at = 0;
    for (int state = 0; state < stateCount; state++) {
      readState(state, states[state], at);
      at += states[state].length() + 1;
    }
  }

  private void readState(int state, String cells, int at) throws InputException {
    if (cells.length() != 3 * symbolCount) {
      problem(
          at,
          "state %s has %d characters, expected %d cells of three"
              .formatted(name(state), cells.length(), symbolCount));
      return;
    }
    for (int symbol = 0; symbol < symbolCount; symbol++) {
      String cell = cells.substring(3 * symbol, 3 * symbol + 3);
      if (!cell.equals(UNDEFINED)) {
        readCell(state, symbol, cell, at + 3 * symbol);
      }
    }
  }

  private void readCell(int state, int symbol, String cell, int at) throws InputException {
    int before = problems.count();
    int written = cell.charAt(0) - '0';
    char direction = cell.charAt(1);
    char next = cell.charAt(2);
    if (written < 0 || written >= symbolCount) {
      problem(at, "expected a symbol 0 to %d, not '%s'".formatted(symbolCount - 1, cell.charAt(0)));
    }
    if (direction != 'L' && direction != 'R') {
      problem(at + 1, "expected L or R, not '%s'".formatted(direction));
    }
    if (next < 'A' || next > 'Z') {
      problem(at + 2, "expected a state A to Z, not '%s'".formatted(next));
    }
    if (problems.count() > before) {
      return;
    }
    builder.on(
        name(state),
        List.of(Integer.toString(symbol)),
        String.valueOf(next),
        List.of(Integer.toString(written)),
        List.of(direction == 'L' ? Move.LEFT : Move.RIGHT));
    if (next - 'A' >= stateCount) {
      builder.accept(String.valueOf(next));
    }
  }

  private static String name(int state) {
    return String.valueOf((char) ('A' + state));
  }

  private void problem(int at, String message) throws InputException {
    problems.add(line, column + at, message);
  }
}
