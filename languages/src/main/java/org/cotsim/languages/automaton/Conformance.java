package org.cotsim.languages.automaton;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.common.util.collection.IteratorUtil;
import net.automatalib.util.automaton.conformance.WpMethodTestsIterator;
import net.automatalib.util.automaton.cover.Covers;
import net.automatalib.util.automaton.equivalence.CharacterizingSets;
import net.automatalib.word.Word;

/**
 * Test words that together tell a language from every other language of a few more states.
 *
 * <p>A system with the states of the language and at most {@code extraStates} more (memory other
 * than such states excluded) that answers all the words as the language does has the same language.
 * Source: the Wp-method of Fujiwara et al., Test selection based on finite state models, IEEE TSE
 * 1991, as AutomataLib computes it.
 *
 * @param language what is right
 * @param extraStates how many more states the system under test may have, 0 or more
 */
public record Conformance(RegularLanguage language, int extraStates) {

  /** Checks that {@code extraStates} is not negative. */
  public Conformance {
    if (extraStates < 0) {
      throw new IllegalArgumentException(extraStates + " extra states");
    }
  }

  /**
   * The words, made one at a time; some come more than once.
   *
   * <p>Cost: their number grows with symbols to the power of {@code extraStates}.
   */
  public Iterator<List<String>> words() {
    return IteratorUtil.map(
        new WpMethodTestsIterator<>(language.dfa(), language.alphabet(), extraStates),
        Word::asList);
  }

  /**
   * An upper bound on the number of words, without making them.
   *
   * <p>Cost: that of a characterising set, at most states squared.
   */
  public BigInteger atMost() {
    Alphabet<String> alphabet = language.alphabet();
    Set<Word<String>> cover = new HashSet<>();
    Set<Word<String>> transitions = new HashSet<>();
    Covers.cover(language.dfa(), alphabet, cover, transitions);
    transitions.addAll(cover);
    BigInteger middles = BigInteger.ZERO;
    for (int length = 0; length <= extraStates; length++) {
      middles = middles.add(Words.count(alphabet, length));
    }
    Set<Word<String>> suffixes = new HashSet<>();
    CharacterizingSets.findCharacterizingSet(language.dfa(), alphabet, suffixes);
    return middles.multiply(
        BigInteger.valueOf((long) transitions.size() * Math.max(1, suffixes.size())));
  }
}
