package org.cotsim.languages.automaton;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/** Copies of automata with a complete table or with canonical state numbers. */
final class Tables {

  private Tables() {}

  /**
   * A copy in which every missing transition leads to one new rejecting sink, if any is missing.
   */
  static <S> CompactDFA<String> complete(DFA<S, String> dfa, Alphabet<String> alphabet) {
    S initial = dfa.getInitialState();
    if (initial == null) {
      throw new IllegalArgumentException("the automaton has no initial state");
    }
    CompactDFA<String> copy = new CompactDFA<>(alphabet, dfa.size() + 1);
    Map<S, Integer> number = new HashMap<>();
    for (S state : dfa) {
      number.put(state, copy.addIntState(dfa.isAccepting(state)));
    }
    copy.setInitialState(number.get(initial));
    boolean missing = false;
    for (S state : dfa) {
      int from = number.get(state);
      for (int a = 0; a < alphabet.size(); a++) {
        S target = dfa.getSuccessor(state, alphabet.getSymbol(a));
        missing |= target == null;
        copy.setTransition(from, a, target == null ? dfa.size() : (int) number.get(target));
      }
    }
    if (missing) {
      int sink = copy.addIntState(false);
      for (int a = 0; a < alphabet.size(); a++) {
        copy.setTransition(sink, a, sink);
      }
    }
    return copy;
  }

  /** A copy of a complete automaton whose states are numbered in the order they are reached. */
  static CompactDFA<String> breadthFirst(CompactDFA<String> dfa, Alphabet<String> alphabet) {
    int[] order = new int[dfa.size()];
    int[] number = new int[dfa.size()];
    Arrays.fill(number, -1);
    order[0] = dfa.getIntInitialState();
    number[order[0]] = 0;
    int reached = 1;
    for (int done = 0; done < reached; done++) {
      for (int a = 0; a < alphabet.size(); a++) {
        int target = dfa.getSuccessor(order[done], a);
        if (number[target] < 0) {
          number[target] = reached;
          order[reached++] = target;
        }
      }
    }
    return renumbered(dfa, alphabet, order, number, reached);
  }

  private static CompactDFA<String> renumbered(
      CompactDFA<String> dfa, Alphabet<String> alphabet, int[] order, int[] number, int reached) {
    CompactDFA<String> copy = new CompactDFA<>(alphabet, reached);
    for (int i = 0; i < reached; i++) {
      copy.addIntState(dfa.isAccepting(order[i]));
    }
    copy.setInitialState(0);
    for (int i = 0; i < reached; i++) {
      for (int a = 0; a < alphabet.size(); a++) {
        copy.setTransition(i, a, number[dfa.getSuccessor(order[i], a)]);
      }
    }
    return copy;
  }
}
