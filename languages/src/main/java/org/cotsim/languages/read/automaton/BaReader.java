package org.cotsim.languages.read.automaton;

import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.AutomatonCreator;
import net.automatalib.automaton.fsa.impl.CompactNFA;
import net.automatalib.serialization.ba.BAParsers;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.Limits;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LibraryParser;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.TooLargeException;

/**
 * Automata in the BA format of the tools for Buechi automata, read as automata on finite words.
 *
 * <p>An initial state, then lines {@code symbol,source->target}, then accepting states; if none is
 * named all states accept. AutomataLib parses it and gives no positions.
 */
final class BaReader {

  private BaReader() {}

  static RegularLanguage read(String name, TextFile file) throws InputException {
    CompactNFA<String> parsed =
        LibraryParser.parse(BAParsers.fsa(new Bounded(), symbol -> symbol), file, file.text(), "BA")
            .model;
    EpsilonNfa nfa = new EpsilonNfa(file.source());
    for (int q = 0; q < parsed.size(); q++) {
      nfa.addState();
    }
    for (int q = 0; q < parsed.size(); q++) {
      if (parsed.isAccepting(q)) {
        nfa.setAccepting(q);
      }
      for (String symbol : parsed.getInputAlphabet()) {
        for (int target : parsed.getTransitions(q, symbol)) {
          nfa.addTransition(q, symbol, target);
        }
      }
    }
    parsed.getInitialStates().forEach(nfa::setInitial);
    return nfa.language(name, List.of());
  }

  /** Makes automata that refuse to grow beyond the limits. */
  private static final class Bounded implements AutomatonCreator<CompactNFA<String>, String> {

    @Override
    public CompactNFA<String> createAutomaton(Alphabet<String> alphabet, int states) {
      return createAutomaton(alphabet);
    }

    @Override
    public CompactNFA<String> createAutomaton(Alphabet<String> alphabet) {
      return new CompactNFA<>(alphabet) {
        @Override
        public int addIntState(Boolean accepting) {
          if ((size() + 1L) * alphabet.size() > Limits.TABLE || size() == Limits.STATES) {
            throw new TooLargeException(
                "more than %d states or %d entries in the table"
                    .formatted(Limits.STATES, Limits.TABLE));
          }
          return super.addIntState(accepting);
        }
      };
    }
  }
}
