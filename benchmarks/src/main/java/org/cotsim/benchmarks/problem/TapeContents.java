package org.cotsim.benchmarks.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.turing.TuringMachine;

/**
 * What stands on a tape when all that the steps of a chain write has been written; the chain alone
 * is read, no machine runs.
 *
 * @param first the cell of the first symbol; the input begins in cell 0
 * @param cells from the first symbol that is not the blank to the last
 * @param head the cell that the head is on
 */
public record TapeContents(int first, List<String> cells, int head) {

  /** Copies the list. */
  public TapeContents {
    cells = List.copyOf(cells);
  }

  /**
   * The tapes of a machine.
   *
   * @param word on tape 0 before the first step
   * @param chain the texts of the steps, see {@link TuringMachine#describe}
   */
  public static List<TapeContents> after(
      TuringMachine machine, List<String> word, List<String> chain) {
    Map<String, Integer> actions = new HashMap<>();
    for (int action = 0; action < machine.actions().size(); action++) {
      actions.put(machine.describe(action), action);
    }
    List<TapeContents> tapes = new ArrayList<>();
    for (int tape = 0; tape < machine.tapes(); tape++) {
      TreeMap<Integer, String> cells = new TreeMap<>();
      for (int cell = 0; tape == 0 && cell < word.size(); cell++) {
        cells.put(cell, word.get(cell));
      }
      int head = 0;
      for (String step : chain) {
        int action = actions.get(step);
        cells.put(head, machine.symbols().get(machine.written(action, tape)));
        head += machine.shift(action, tape);
      }
      tapes.add(of(cells, machine.symbols().get(TuringMachine.BLANK), head));
    }
    return tapes;
  }

  private static TapeContents of(TreeMap<Integer, String> cells, String blank, int head) {
    List<Integer> written =
        cells.entrySet().stream()
            .filter(cell -> !cell.getValue().equals(blank))
            .map(Map.Entry::getKey)
            .toList();
    if (written.isEmpty()) {
      return new TapeContents(0, List.of(), head);
    }
    int first = written.get(0);
    List<String> shown = new ArrayList<>();
    for (int cell = first; cell <= written.get(written.size() - 1); cell++) {
      shown.add(cells.getOrDefault(cell, blank));
    }
    return new TapeContents(first, shown, head);
  }

  /** The content and where it is, as a person reads it. */
  @Override
  public String toString() {
    return (cells.isEmpty() ? "nothing but blanks" : Words.format(cells) + " from cell " + first)
        + ", head on cell "
        + head;
  }
}
