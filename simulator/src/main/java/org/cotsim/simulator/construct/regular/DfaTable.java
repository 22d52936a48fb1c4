package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;

/**
 * The reachable part of a DFA as plain numbers, states in breadth-first order from the initial one.
 *
 * <p>Where a transition is undefined, the state that stands for "no run" follows: it is called the
 * sink, rejects, and is there only if it is needed.
 */
final class DfaTable<S> {

  private final List<S> states = new ArrayList<>(); // the sink, if any, is not among them
  private final Map<S, Integer> numbers = new HashMap<>();
  private final List<int[]> successors = new ArrayList<>(); // [states][symbols]
  private final List<Boolean> accepting = new ArrayList<>();
  private final List<String> names = new ArrayList<>(); // of the states, the sink included
  private boolean partial;

  private DfaTable() {}

  /** The names that states have unless others are given. */
  static String numbered(int state) {
    return "q" + state;
  }

  static <S, I> DfaTable<S> of(DFA<S, I> dfa, Alphabet<I> alphabet, IntFunction<String> names) {
    DfaTable<S> table = new DfaTable<>();
    S initial = dfa.getInitialState();
    if (initial == null) {
      table.partial = true;
    } else {
      table.number(initial);
    }
    for (int from = 0; from < table.states.size(); from++) {
      table.addRow(dfa, alphabet, table.states.get(from));
    }
    if (table.partial) {
      table.addSink(alphabet.size());
    }
    IntStream.range(0, table.size()).mapToObj(names).forEach(table.names::add);
    return table;
  }

  private <I> void addRow(DFA<S, I> dfa, Alphabet<I> alphabet, S state) {
    int[] row = new int[alphabet.size()];
    for (int a = 0; a < row.length; a++) {
      S next = dfa.getSuccessor(state, alphabet.getSymbol(a));
      row[a] = next == null ? -1 : number(next);
      partial |= next == null;
    }
    successors.add(row);
    accepting.add(dfa.isAccepting(state));
  }

  private int number(S state) {
    Integer known = numbers.get(state);
    if (known == null) {
      known = states.size();
      numbers.put(state, known);
      states.add(state);
    }
    return known;
  }

  private void addSink(int symbols) {
    int sink = successors.size();
    successors.add(new int[symbols]);
    accepting.add(false);
    for (int[] row : successors) {
      for (int a = 0; a < symbols; a++) {
        row[a] = row[a] < 0 || row == successors.get(sink) ? sink : row[a];
      }
    }
  }

  /** The number of states, the sink included. */
  int size() {
    return successors.size();
  }

  /** What a person calls the states. */
  List<String> names() {
    return names;
  }

  int successor(int state, int symbol) {
    return successors.get(state)[symbol];
  }

  /** The states after each state and symbol. */
  int[][] next() {
    return successors.stream().map(int[]::clone).toArray(int[][]::new);
  }

  boolean accepting(int state) {
    return accepting.get(state);
  }

  /** The number of a state of the DFA. */
  int numberOf(S state) {
    Integer number = numbers.get(state);
    if (number == null) {
      throw new IllegalArgumentException("not a reachable state: " + state);
    }
    return number;
  }
}
