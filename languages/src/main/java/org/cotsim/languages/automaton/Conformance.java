package org.cotsim.languages.automaton;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.automatalib.common.util.collection.AbstractThreeLevelIterator;
import net.automatalib.common.util.collection.IteratorUtil;
import net.automatalib.util.automaton.cover.Covers;
import net.automatalib.word.Word;

/**
 * Test words that together tell a language from every other language of a few more states.
 *
 * <p>A finite automaton with at most {@code extraStates} states more than the minimal one of the
 * language that answers all the words as the language does has the same language. Source: the
 * Wp-method of Fujiwara et al., Test selection based on finite state models, IEEE TSE 1991, put
 * together from AutomataLib's covers and characterising sets. AutomataLib's own iterator is not
 * used because its words are enough only for someone who sees acceptance after every prefix.
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
    Set<Word<String>> states = new LinkedHashSet<>();
    Set<Word<String>> transitions = new LinkedHashSet<>();
    Covers.cover(language.dfa(), language.alphabet(), states, transitions);
    transitions.removeAll(states);
    CharacterizingWords suffixes = new CharacterizingWords(language);
    Map<Integer, List<Word<String>>> local = new HashMap<>();
    return IteratorUtil.concat(
        words(states, state -> suffixes.all()),
        words(transitions, state -> local.computeIfAbsent(state, suffixes::of)));
  }

  /** Each prefix, then any word of up to {@code extraStates} symbols, then each suffix. */
  private Iterator<List<String>> words(
      Set<Word<String>> prefixes, IntFunction<List<Word<String>>> suffixes) {
    return new AbstractThreeLevelIterator<Word<String>, Word<String>, Word<String>, List<String>>(
        prefixes.iterator()) {

      @Override
      protected Iterator<Word<String>> l2Iterator(Word<String> prefix) {
        return middles();
      }

      @Override
      protected Iterator<Word<String>> l3Iterator(Word<String> prefix, Word<String> middle) {
        return suffixes.apply(language.dfa().getState(prefix.concat(middle))).iterator();
      }

      @Override
      protected List<String> combine(
          Word<String> prefix, Word<String> middle, Word<String> suffix) {
        return prefix.concat(middle, suffix).asList();
      }
    };
  }

  private Iterator<Word<String>> middles() {
    return IntStream.rangeClosed(0, extraStates)
        .mapToObj(length -> Words.exhaustive(language.alphabet(), length).iterator())
        .map(words -> IteratorUtil.map(words, Word::fromList))
        .reduce(Collections.emptyIterator(), IteratorUtil::concat);
  }

  /**
   * An upper bound on the number of words, without making them.
   *
   * <p>Cost: that of a characterising set, at most states squared.
   */
  public BigInteger atMost() {
    Set<Word<String>> cover = new LinkedHashSet<>();
    Covers.structuralCover(language.dfa(), language.alphabet(), cover);
    BigInteger middles = BigInteger.ZERO;
    for (int length = 0; length <= extraStates; length++) {
      middles = middles.add(Words.count(language.alphabet(), length));
    }
    long ends = (long) cover.size() * new CharacterizingWords(language).all().size();
    return middles.multiply(BigInteger.valueOf(ends));
  }
}
