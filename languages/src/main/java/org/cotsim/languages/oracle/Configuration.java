package org.cotsim.languages.oracle;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;

/**
 * A machine's situation between two steps.
 *
 * @param step the number of steps made so far
 * @param state the state's name
 * @param heads each head's cell, counted from the first input cell
 * @param first the cell at which each tape's window begins
 * @param windows the symbols of each tape that were visited or given, cut to a width around the
 *     head
 */
public record Configuration(
    long step, String state, List<Integer> heads, List<Integer> first, List<List<String>> windows) {

  /** Copies the lists. */
  public Configuration {
    heads = List.copyOf(heads);
    first = List.copyOf(first);
    windows = windows.stream().map(List::copyOf).toList();
  }

  static Configuration of(TuringRun run, int width) {
    TuringMachine machine = run.machine();
    List<Integer> heads = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    List<List<String>> windows = new ArrayList<>();
    for (int tape = 0; tape < machine.tapes(); tape++) {
      int head = run.head(tape);
      int low = Math.max(run.lowest(tape), head - width / 2);
      int high = Math.min(run.highest(tape), low + width - 1);
      heads.add(head);
      first.add(low);
      List<String> window = new ArrayList<>();
      for (int cell = low; cell <= high; cell++) {
        window.add(machine.symbols().get(run.symbolAt(tape, cell)));
      }
      windows.add(window);
    }
    return new Configuration(run.steps(), machine.states().get(run.state()), heads, first, windows);
  }

  /** One line: the step, the state, and each tape with the scanned symbol in brackets. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("step ").append(step).append(", state ").append(state);
    for (int tape = 0; tape < windows.size(); tape++) {
      text.append(", tape ").append(tape).append(" from cell ").append(first.get(tape)).append(':');
      for (int at = 0; at < windows.get(tape).size(); at++) {
        boolean scanned = first.get(tape) + at == heads.get(tape);
        String symbol = windows.get(tape).get(at);
        text.append(' ').append(scanned ? "[" + symbol + "]" : symbol);
      }
    }
    return text.toString();
  }
}
