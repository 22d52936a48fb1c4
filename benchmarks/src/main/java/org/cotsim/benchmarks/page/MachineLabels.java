package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.languages.turing.TuringMachine;

/**
 * What a Turing machine's transitions from one state to another are labelled with: {@code
 * read→written,move}, a line each, where {@code 0,1→R} writes what it has read, and {@code *} is
 * every symbol.
 *
 * <p>Of several tapes there is a part each: {@code a,_→a,x;RS}.
 */
final class MachineLabels {

  private static final String KEPT = ""; // written: the symbol read
  private static final String ANY = "*";
  private static final String SPACE = "\u2423"; // as it is written where it must be seen
  private static final String MOVES = "LSR";

  /** Transitions that do the same. */
  private record Line(List<List<String>> read, List<String> written, String moves) {}

  private MachineLabels() {}

  /** The lines by the state entered. */
  static Map<Integer, List<String>> from(TuringMachine machine, int state) {
    Map<Integer, List<Line>> lines = new LinkedHashMap<>();
    collect(machine, state, new int[machine.tapes()], 0, lines);
    Map<Integer, List<String>> labels = new LinkedHashMap<>();
    lines.forEach(
        (next, all) -> {
          List<Line> merged = all;
          for (int tape = 0; tape < machine.tapes(); tape++) {
            merged = merged(merged, tape);
          }
          labels.put(next, merged.stream().map(line -> text(machine, line)).toList());
        });
    return labels;
  }

  private static void collect(
      TuringMachine machine, int state, int[] read, int tape, Map<Integer, List<Line>> lines) {
    if (tape < read.length) {
      for (read[tape] = 0; read[tape] < machine.symbols().size(); read[tape]++) {
        collect(machine, state, read, tape + 1, lines);
      }
      return;
    }
    int action = machine.actionAt(state, read);
    if (action >= 0) {
      lines
          .computeIfAbsent(machine.nextState(action), any -> new ArrayList<>())
          .add(line(machine, read, action));
    }
  }

  private static Line line(TuringMachine machine, int[] read, int action) {
    List<List<String>> symbols = new ArrayList<>();
    List<String> written = new ArrayList<>();
    List<String> moves = new ArrayList<>();
    for (int tape = 0; tape < read.length; tape++) {
      int writes = machine.written(action, tape);
      symbols.add(List.of(seen(machine, read[tape])));
      written.add(writes == read[tape] ? KEPT : seen(machine, writes));
      moves.add(MOVES.substring(machine.shift(action, tape) + 1, machine.shift(action, tape) + 2));
    }
    return new Line(symbols, written, String.join("", moves));
  }

  private static String seen(TuringMachine machine, int symbol) {
    return machine.symbols().get(symbol).replace(" ", SPACE);
  }

  /** Lines that differ in what they read on this tape only, as one. */
  private static List<Line> merged(List<Line> lines, int tape) {
    Map<List<Object>, List<String>> symbols = new LinkedHashMap<>();
    for (Line line : lines) {
      List<List<String>> others = new ArrayList<>(line.read);
      others.set(tape, List.of());
      symbols
          .computeIfAbsent(
              Arrays.asList(others, line.written, line.moves), any -> new ArrayList<>())
          .addAll(line.read.get(tape));
    }
    List<Line> merged = new ArrayList<>();
    for (Line line : lines) {
      List<List<String>> read = new ArrayList<>(line.read);
      read.set(tape, List.of());
      List<String> all = symbols.remove(Arrays.asList(read, line.written, line.moves));
      if (all != null) {
        read.set(tape, all);
        merged.add(new Line(read, line.written, line.moves));
      }
    }
    return merged;
  }

  private static String text(TuringMachine machine, Line line) {
    boolean several = line.read.size() > 1;
    List<String> read =
        line.read.stream()
            .map(
                all ->
                    all.size() == machine.symbols().size() && several
                        ? ANY
                        : String.join(several ? "|" : ",", all))
            .toList();
    boolean writes = line.written.stream().anyMatch(symbol -> !symbol.equals(KEPT));
    String before = String.join(",", read) + "\u2192";
    if (!writes) {
      return before + line.moves;
    }
    List<String> written = new ArrayList<>();
    for (int tape = 0; tape < read.size(); tape++) {
      written.add(line.written.get(tape).equals(KEPT) ? read.get(tape) : line.written.get(tape));
    }
    return before + String.join(",", written) + (several ? ";" : ",") + line.moves;
  }
}
