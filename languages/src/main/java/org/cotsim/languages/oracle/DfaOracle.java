package org.cotsim.languages.oracle;

import java.util.List;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;

/**
 * What a deterministic automaton says of a word, and its run.
 *
 * @param language whose states are numbered from the initial state 0
 */
public record DfaOracle(RegularLanguage language) {

  /**
   * Whether the word is in the language.
   *
   * @throws IllegalArgumentException if a symbol is not in the alphabet
   */
  public boolean accepts(List<String> word) {
    int[] run = run(word);
    return language.dfa().isAccepting(run[run.length - 1]);
  }

  /**
   * The states visited, from q0 to the state after the last symbol: one more than there are
   * symbols.
   *
   * @throws IllegalArgumentException if a symbol is not in the alphabet
   */
  public int[] run(List<String> word) {
    CompactDFA<String> dfa = language.dfa();
    int[] states = new int[word.size() + 1];
    states[0] = dfa.getIntInitialState();
    int k = 0;
    for (String symbol : word) {
      if (!language.alphabet().containsSymbol(symbol)) {
        throw new IllegalArgumentException("'" + symbol + "' is not in the alphabet");
      }
      states[k + 1] = dfa.getSuccessor(states[k], language.alphabet().getSymbolIndex(symbol));
      k++;
    }
    return states;
  }
}
