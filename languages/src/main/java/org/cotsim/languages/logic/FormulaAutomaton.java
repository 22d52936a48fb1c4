package org.cotsim.languages.logic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.Limits;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/**
 * The automaton of a formula without counting: its state is which subformulas are true, since the
 * truth at the next letter depends on nothing else.
 *
 * <p>Source: Havelund and Rosu, "Synthesizing monitors for safety properties", 2002. At most 2^k
 * states for k operators over the past, before it is minimised.
 */
public final class FormulaAutomaton {

  private final Map<Formula, Integer> places = new LinkedHashMap<>(); // parts before the whole
  private final CompactDFA<String> dfa;
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<BitSet> states = new ArrayList<>();
  private final String source;

  private FormulaAutomaton(String source, Formula formula, Alphabet<String> alphabet) {
    this.source = source;
    this.dfa = new CompactDFA<>(alphabet);
    place(formula);
  }

  /**
   * The language of a formula.
   *
   * @param name as a person would call it
   * @throws InputException if there are more states than {@link Limits} allow
   * @throws IllegalArgumentException if the formula counts
   */
  public static RegularLanguage of(String name, Formula formula, Alphabet<String> alphabet)
      throws InputException {
    if (formula.counts()) {
      throw new IllegalArgumentException("a count is not regular");
    }
    return RegularLanguage.of(
        name, new FormulaAutomaton(name, formula, alphabet).dfa(), alphabet, List.of());
  }

  private void place(Formula formula) {
    if (!places.containsKey(formula)) {
      formula.parts().forEach(this::place);
      places.put(formula, places.size());
    }
  }

  private CompactDFA<String> dfa() throws InputException {
    int letters = dfa.getInputAlphabet().size();
    dfa.setInitialState(number(truths("", new BitSet(), true)));
    for (int q = 0; q < states.size(); q++) {
      for (int a = 0; a < letters; a++) {
        BitSet next = truths(dfa.getInputAlphabet().getSymbol(a), states.get(q), q == 0);
        dfa.setTransition(q, a, number(next));
      }
    }
    return dfa;
  }

  private int number(BitSet truths) throws InputException {
    boolean empty =
        states.isEmpty(); // the empty word is a state of its own, though another is equal
    Integer known = empty ? null : numbers.get(truths);
    if (known != null) {
      return known;
    }
    if (states.size() == Limits.STATES
        || (states.size() + 1L) * dfa.getInputAlphabet().size() > Limits.TABLE) {
      throw InputException.in(
          source, "its automaton was stopped after %d states".formatted(states.size()));
    }
    states.add(truths);
    if (!empty) {
      numbers.put(truths, states.size() - 1);
    }
    return dfa.addIntState(truths.get(places.size() - 1));
  }

  /** Which subformulas are true at a letter, or of the empty word if the letter is empty. */
  private BitSet truths(String letter, BitSet before, boolean first) {
    BitSet now = new BitSet(places.size());
    places.forEach(
        (formula, place) -> now.set(place, isTrue(formula, place, letter, before, now, first)));
    return now;
  }

  private boolean isTrue(
      Formula formula, int place, String letter, BitSet before, BitSet now, boolean first) {
    if (formula instanceof Truth truth) {
      return truth.value();
    }
    if (formula instanceof Letter one) {
      return one.symbol().equals(letter);
    }
    if (formula instanceof Not not) {
      return !at(not.operand(), now);
    }
    if (formula instanceof Connective connective) {
      return isTrue(connective, now);
    }
    boolean nothing = letter.isEmpty();
    boolean kept = !first && before.get(place); // what it was at the letter before
    if (formula instanceof Since since) {
      return !nothing && (at(since.began(), now) || (kept && at(since.holds(), now)));
    }
    Past past = (Past) formula;
    return switch (past.operator()) {
      case YESTERDAY -> !first && at(past.operand(), before);
      case ONCE -> !nothing && (at(past.operand(), now) || kept);
      case HISTORICALLY -> nothing || (at(past.operand(), now) && (first || kept));
    };
  }

  private boolean isTrue(Connective connective, BitSet now) {
    List<Formula> operands = connective.operands();
    return switch (connective.operator()) {
      case AND -> operands.stream().allMatch(operand -> at(operand, now));
      case OR -> operands.stream().anyMatch(operand -> at(operand, now));
      case IMPLIES -> !at(operands.get(0), now) || at(operands.get(1), now);
      case IFF -> at(operands.get(0), now) == at(operands.get(1), now);
    };
  }

  private boolean at(Formula formula, BitSet truths) {
    return truths.get(places.get(formula));
  }
}
