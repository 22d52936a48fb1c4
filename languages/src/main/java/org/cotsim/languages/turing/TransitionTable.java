package org.cotsim.languages.turing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spreads rules, with their wildcards, over the table of all states and symbols read. */
final class TransitionTable {

  private static final int MOST_CELLS = 1 << 22;
  private static final int UNDEFINED = -1;

  private final int tapes;
  private final Map<String, Integer> states;
  private final Map<String, Integer> symbols;
  private final Map<Action, Integer> actions = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int[] cells = {};

  TransitionTable(TuringMachineBuilder builder) {
    tapes = builder.tapes();
    states = numbered(builder.stateNames());
    symbols = numbered(builder.symbolNames());
    double size = states.size() * Math.pow(symbols.size(), tapes);
    if (size > MOST_CELLS) {
      problems.add(
          "%d states and %d symbols on %d tapes make a table of over %d cells"
              .formatted(states.size(), symbols.size(), tapes, MOST_CELLS));
      return;
    }
    cells = new int[(int) size];
    Arrays.fill(cells, UNDEFINED);
    for (Rule rule : builder.rules()) {
      if (!spread(rule, new int[tapes], 0)) {
        problems.add("rule '" + rule.text() + "' never holds, earlier rules cover it");
      }
    }
  }

  private static Map<String, Integer> numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    return numbers;
  }

  /** Tries every symbol that tape {@code tape} and those after it may show. */
  private boolean spread(Rule rule, int[] read, int tape) {
    if (tape == tapes) {
      return define(rule, read);
    }
    Optional<String> wanted = rule.reads().get(tape);
    if (wanted.isPresent()) {
      read[tape] = symbols.get(wanted.get());
      return spread(rule, read, tape + 1);
    }
    boolean defined = false;
    for (int symbol = 0; symbol < symbols.size(); symbol++) {
      read[tape] = symbol;
      defined |= spread(rule, read, tape + 1);
    }
    return defined;
  }

  private boolean define(Rule rule, int[] read) {
    int cell = states.get(rule.state());
    List<Integer> written = new ArrayList<>();
    for (int tape = 0; tape < tapes; tape++) {
      cell = cell * symbols.size() + read[tape];
      Optional<String> write = rule.writes().get(tape);
      written.add(write.isPresent() ? symbols.get(write.get()) : read[tape]);
    }
    if (cells[cell] != UNDEFINED) {
      return false;
    }
    Action action = new Action(states.get(rule.next()), written, rule.moves());
    cells[cell] = actions.computeIfAbsent(action, fresh -> actions.size());
    return true;
  }

  List<String> problems() {
    return problems;
  }

  List<Action> actions() {
    return List.copyOf(actions.keySet());
  }

  int[] cells() {
    return cells;
  }
}
