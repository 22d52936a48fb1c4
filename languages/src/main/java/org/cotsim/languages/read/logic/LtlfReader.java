package org.cotsim.languages.read.logic;

import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.FormulaAutomaton;

/**
 * LTLf, linear temporal logic on finite words, true of a word if true at its first letter.
 *
 * <p>The operators are {@code X} (strong next, also {@code X[!]}), {@code WX} (weak next), {@code F
 * G U R W M}, {@code last} and those of Boolean logic; exactly one letter is true at each position.
 * Source: De Giacomo and Vardi, "Linear temporal logic and linear dynamic logic on finite traces",
 * 2013; the spelling is that of LTLf2DFA and Spot. The empty word is decided where no letter is
 * true, {@code X F U M} are false and {@code WX G R W} are true.
 *
 * <p>The mirror image of the formula, with past operators, decides the reversed word; its
 * automaton, reversed and made deterministic, is that of the formula.
 */
public final class LtlfReader {

  /** How a formula is asked for. */
  public static final String PREFIX = "ltlf:";

  private LtlfReader() {}

  /**
   * The language of a formula.
   *
   * @param alphabet the letters, with blanks between them or as single characters; if empty, those
   *     that occur, sorted
   * @throws InputException with the column of the problem, or if an automaton on the way becomes
   *     larger than {@link org.cotsim.languages.automaton.Limits}
   */
  public static RegularLanguage read(String text, Optional<String> alphabet) throws InputException {
    Sentence mirror = FormulaReader.read(PREFIX, text, alphabet, Tense.FUTURE);
    RegularLanguage reversed =
        FormulaAutomaton.of(mirror.text(), mirror.formula(), mirror.alphabet());
    return reverse(reversed);
  }

  private static RegularLanguage reverse(RegularLanguage language) throws InputException {
    CompactDFA<String> dfa = language.dfa();
    Alphabet<String> alphabet = language.alphabet();
    EpsilonNfa nfa = new EpsilonNfa(language.name());
    for (int q = 0; q < dfa.size(); q++) {
      nfa.addState();
      if (dfa.isAccepting(q)) {
        nfa.setInitial(q);
      }
    }
    nfa.setAccepting(dfa.getIntInitialState());
    nfa.setInitial(nfa.addState()); // leads nowhere; the automaton of no word has no other
    for (int q = 0; q < dfa.size(); q++) {
      for (int a = 0; a < alphabet.size(); a++) {
        nfa.addTransition(dfa.getSuccessor(q, a), alphabet.getSymbol(a), q);
      }
    }
    return nfa.language(language.name(), alphabet, List.of());
  }
}
