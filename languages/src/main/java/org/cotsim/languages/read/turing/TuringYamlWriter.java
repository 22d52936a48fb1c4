package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotsim.languages.turing.TuringMachine;

/**
 * Writes machines with one tape as YAML of turingmachine.io.
 *
 * <p>Accepting states become one called {@code accept}, unless they are those that halt.
 */
final class TuringYamlWriter {

  private static final String ACCEPT = "accept";
  private static final String REJECT = "reject";
  private static final Pattern PLAIN =
      Pattern.compile("(?!null|Null|NULL)[A-Za-z0-9][A-Za-z0-9_]*");
  private static final String MOVES = "LNR"; // by shift

  private final TuringMachine machine;
  private final boolean renamed;
  private final StringBuilder text = new StringBuilder();

  private TuringYamlWriter(TuringMachine machine) {
    this.machine = machine;
    this.renamed = !acceptsWhereItHalts(machine);
  }

  /** The text; empty if the machine has several tapes, long symbols or misleading names. */
  static Optional<String> write(TuringMachine machine) {
    boolean characters =
        machine.symbols().stream()
            .allMatch(symbol -> symbol.codePointCount(0, symbol.length()) == 1);
    TuringYamlWriter writer = new TuringYamlWriter(machine);
    return machine.tapes() == 1 && characters && !writer.misleads()
        ? Optional.of(writer.write())
        : Optional.empty();
  }

  /** Whether the states without a transition, but {@code reject}, are those that accept. */
  private static boolean acceptsWhereItHalts(TuringMachine machine) {
    boolean same = true;
    for (int q = 0; q < machine.states().size(); q++) {
      String name = machine.states().get(q);
      boolean taken = machine.isHalting(q) && !name.equals(REJECT);
      same &= machine.accepts(q) == taken && (!name.equals(ACCEPT) || machine.accepts(q));
    }
    return same && (!machine.states().contains(ACCEPT) || acceptingStates(machine) == 1);
  }

  private static int acceptingStates(TuringMachine machine) {
    int accepting = 0;
    for (int q = 0; q < machine.states().size(); q++) {
      accepting += machine.accepts(q) ? 1 : 0;
    }
    return accepting;
  }

  /** Whether a name would say what its state does not do. */
  private boolean misleads() {
    int accept = machine.states().indexOf(ACCEPT);
    int reject = machine.states().indexOf(REJECT);
    return (accept >= 0 && !machine.accepts(accept))
        || (reject >= 0 && (machine.accepts(reject) || !machine.isHalting(reject)));
  }

  private String name(int state) {
    return renamed && machine.accepts(state) ? ACCEPT : machine.states().get(state);
  }

  private String write() {
    List<String> unread = new ArrayList<>(machine.symbols().subList(1, machine.symbols().size()));
    unread.removeAll(mentioned());
    text.append("blank: ").append(quoted(machine.symbols().get(TuringMachine.BLANK))).append('\n');
    if (!unread.isEmpty()) {
      text.append("input: ").append(quoted(String.join("", unread))).append('\n');
    }
    text.append("start state: ").append(scalar(name(machine.initial()))).append("\ntable:\n");
    boolean ended = false;
    for (int q = 0; q < machine.states().size(); q++) {
      if (!renamed || !machine.accepts(q)) {
        writeState(q);
      } else if (!ended) {
        text.append("  ").append(ACCEPT).append(":\n");
        ended = true;
      }
    }
    if (renamed && !ended) {
      text.append("  ").append(ACCEPT).append(":\n"); // or the halting ones would accept
    }
    return text.toString();
  }

  private Set<String> mentioned() {
    Set<String> mentioned = new HashSet<>();
    for (int q = 0; q < machine.states().size(); q++) {
      for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
        int action = machine.actionAt(q, symbol);
        if (action >= 0) {
          mentioned.add(machine.symbols().get(symbol));
          mentioned.add(machine.symbols().get(machine.written(action, 0)));
        }
      }
    }
    return mentioned;
  }

  private void writeState(int q) {
    text.append("  ").append(scalar(name(q))).append(":\n");
    Map<String, List<String>> symbols = new LinkedHashMap<>(); // by what is done
    for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
      int action = machine.actionAt(q, symbol);
      if (action >= 0) {
        symbols
            .computeIfAbsent(instruction(q, symbol, action), any -> new ArrayList<>())
            .add(scalar(machine.symbols().get(symbol)));
      }
    }
    symbols.forEach(
        (done, read) -> {
          String all = String.join(", ", read);
          text.append("    ").append(read.size() > 1 ? "[" + all + "]" : all);
          text.append(": ").append(done).append('\n');
        });
  }

  private String instruction(int q, int symbol, int action) {
    char move = MOVES.charAt(machine.shift(action, 0) + 1);
    boolean writes = machine.written(action, 0) != symbol;
    boolean stays = machine.nextState(action) == q;
    if (!writes && stays) {
      return String.valueOf(move);
    }
    String written =
        writes ? "write: " + scalar(machine.symbols().get(machine.written(action, 0))) + ", " : "";
    return "{"
        + written
        + move
        + (stays ? "" : ": " + scalar(name(machine.nextState(action))))
        + "}";
  }

  private static String scalar(String name) {
    return PLAIN.matcher(name).matches() ? name : quoted(name);
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
