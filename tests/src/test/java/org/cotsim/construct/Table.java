package org.cotsim.construct;

import java.util.List;
import java.util.Random;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/**
 * A transition table with gaps, as plain arrays that no automaton library has touched.
 *
 * @param symbols the alphabet
 * @param next [state][symbol], or -1 where there is no transition
 * @param accepting [state]
 */
record Table(List<String> symbols, List<int[]> next, List<Boolean> accepting) {

  /** In a random table, one transition in so many is missing. */
  private static final int GAP = 12;

  static Table of(int states, List<String> symbols, long seed) {
    Random random = new Random(seed);
    List<int[]> next =
        random
            .ints(states)
            .mapToObj(
                ignored ->
                    symbols.stream()
                        .mapToInt(a -> random.nextInt(GAP) == 0 ? -1 : random.nextInt(states))
                        .toArray())
            .toList();
    List<Boolean> accepting = random.ints(states).mapToObj(bits -> bits < 0).toList();
    return new Table(symbols, next, accepting);
  }

  boolean accepts(List<String> word) {
    int state = 0;
    for (String symbol : word) {
      state = next.get(state)[symbols.indexOf(symbol)];
      if (state < 0) {
        return false;
      }
    }
    return accepting.get(state);
  }

  Alphabet<String> alphabet() {
    return Alphabets.fromCollection(symbols);
  }

  /** The same as an automaton, neither complete nor minimal. */
  CompactDFA<String> dfa() {
    CompactDFA<String> dfa = new CompactDFA<>(alphabet(), next.size());
    accepting.forEach(dfa::addIntState);
    dfa.setInitialState(0);
    for (int q = 0; q < next.size(); q++) {
      for (int a = 0; a < symbols.size(); a++) {
        if (next.get(q)[a] >= 0) {
          dfa.setTransition(q, a, next.get(q)[a]);
        }
      }
    }
    return dfa;
  }
}
