package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;

/** Automata given by a start, a step and a test of acceptance, over states of any type. */
final class Exploration {

  private Exploration() {}

  /**
   * The language of the reachable states.
   *
   * @param step the state after a symbol, equal states being equal objects
   */
  static <T> RegularLanguage language(
      String name,
      List<String> symbols,
      T start,
      BiFunction<T, String, T> step,
      Predicate<T> accepting) {
    Alphabet<String> alphabet = Alphabets.fromCollection(symbols);
    CompactDFA<String> dfa = new CompactDFA<>(alphabet);
    Map<T, Integer> numbers = new HashMap<>();
    List<T> states = new ArrayList<>(List.of(start));
    numbers.put(start, dfa.addIntInitialState(accepting.test(start)));
    for (int i = 0; i < states.size(); i++) {
      for (String symbol : symbols) {
        T target = step.apply(states.get(i), symbol);
        Integer number = numbers.get(target);
        if (number == null) {
          number = dfa.addIntState(accepting.test(target));
          numbers.put(target, number);
          states.add(target);
        }
        dfa.setTransition(i, alphabet.getSymbolIndex(symbol), (int) number);
      }
    }
    return RegularLanguage.of(name, dfa, alphabet, List.of());
  }
}
