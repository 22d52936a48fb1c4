package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.languages.turing.TuringMachine;

/** Writes machines in the notation of turingmachinesimulator.com. */
final class TuringSimulatorWriter {

  private static final Pattern PLAIN = Pattern.compile("(?!.*//)[^,:\\s]+");
  private static final String MOVES = "<->"; // by shift

  private final TuringMachine machine;
  private final StringBuilder text = new StringBuilder();

  private TuringSimulatorWriter(TuringMachine machine) {
    this.machine = machine;
  }

  /** The text; empty if there are too many tapes, another blank or names with marks in them. */
  static Optional<String> write(TuringMachine machine) {
    boolean plain =
        Stream.concat(machine.states().stream(), machine.symbols().stream())
            .allMatch(name -> PLAIN.matcher(name).matches());
    return plain
            && machine.tapes() <= TuringSimulatorReader.MOST_TAPES
            && machine.symbols().get(TuringMachine.BLANK).equals(TuringSimulatorReader.BLANK)
        ? Optional.of(new TuringSimulatorWriter(machine).write())
        : Optional.empty();
  }

  private String write() {
    List<String> accepting = new ArrayList<>();
    for (int q = 0; q < machine.states().size(); q++) {
      if (machine.accepts(q)) {
        accepting.add(machine.states().get(q));
      }
    }
    text.append("init: ").append(machine.states().get(machine.initial())).append('\n');
    text.append("accept: ").append(String.join(", ", accepting)).append('\n');
    int[] read = new int[machine.tapes()];
    for (int q = 0; q < machine.states().size(); q++) {
      writeMoves(q, read, 0);
    }
    return text.toString();
  }

  /** Writes the moves of a state for all symbols on the tapes from one on. */
  private void writeMoves(int q, int[] read, int tape) {
    if (tape < read.length) {
      for (read[tape] = 0; read[tape] < machine.symbols().size(); read[tape]++) {
        writeMoves(q, read, tape + 1);
      }
      return;
    }
    int action = machine.actionAt(q, read);
    if (action < 0) {
      return;
    }
    List<String> done = new ArrayList<>(List.of(machine.states().get(machine.nextState(action))));
    List<String> moves = new ArrayList<>();
    for (int t = 0; t < read.length; t++) {
      done.add(machine.symbols().get(machine.written(action, t)));
      moves.add(String.valueOf(MOVES.charAt(machine.shift(action, t) + 1)));
    }
    done.addAll(moves);
    text.append('\n').append(machine.states().get(q)).append(',');
    text.append(String.join(",", machine.decode(read))).append('\n');
    text.append(String.join(",", done)).append('\n');
  }
}
