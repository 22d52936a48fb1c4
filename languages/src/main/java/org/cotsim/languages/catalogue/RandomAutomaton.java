package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageClass;

/** Automata with uniformly random tables, the same for the same seed. */
final class RandomAutomaton {

  static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-";

  private final int[][] next;
  private final boolean[] accepting;

  private RandomAutomaton(int states, int letters, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + states * 65L + letters);
    this.next = new int[states][letters];
    this.accepting = new boolean[states];
    for (int q = 0; q < states; q++) {
      accepting[q] = random.nextBoolean();
      for (int a = 0; a < letters; a++) {
        next[q][a] = random.nextInt(states);
      }
    }
  }

  static RegularEntry entry(int states, int letters, long seed) {
    String name = "random-%d-%d-%d".formatted(states, letters, seed);
    RandomAutomaton automaton = new RandomAutomaton(states, letters, seed);
    return new RegularEntry(
        name,
        "a random automaton of %d states over %d letters, seed %d".formatted(states, letters, seed),
        "uniformly random tables, as in Nicaud, Random Deterministic Automata, MFCS 2014",
        LanguageClass.UNKNOWN,
        () -> automaton.language(name),
        automaton::acceptsBackwards);
  }

  private RegularLanguage language(String name) {
    List<String> symbols =
        IntStream.range(0, next[0].length).mapToObj(a -> LETTERS.substring(a, a + 1)).toList();
    Alphabet<String> alphabet = Alphabets.fromCollection(symbols);
    CompactDFA<String> dfa = new CompactDFA<>(alphabet, next.length);
    for (boolean accept : accepting) {
      dfa.addIntState(accept);
    }
    dfa.setInitialState(0);
    for (int q = 0; q < next.length; q++) {
      for (int a = 0; a < symbols.size(); a++) {
        dfa.setTransition(q, a, next[q][a]);
      }
    }
    return RegularLanguage.of(name, dfa, alphabet, List.of());
  }

  /** Which states accept the rest of the word, for longer and longer rests. */
  private boolean acceptsBackwards(List<String> word) {
    boolean[] accepts = accepting;
    for (int i = word.size() - 1; i >= 0; i--) {
      int letter = LETTERS.indexOf(word.get(i));
      boolean[] before = new boolean[next.length];
      for (int q = 0; q < next.length; q++) {
        before[q] = accepts[next[q][letter]];
      }
      accepts = before;
    }
    return accepts[0];
  }
}
