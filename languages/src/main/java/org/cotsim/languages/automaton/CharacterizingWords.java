package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.equivalence.CharacterizingSets;
import net.automatalib.word.Word;

/**
 * Words that tell the states of a minimal automaton apart by acceptance at their end.
 *
 * <p>AutomataLib's characterising sets tell states apart by acceptance anywhere along a word, which
 * nobody sees who only asks whether a whole word is accepted; so the prefixes are taken with them.
 */
final class CharacterizingWords {

  private final List<Word<String>> words;
  private final BitSet[] accepted;

  CharacterizingWords(RegularLanguage language) {
    CompactDFA<String> dfa = language.dfa();
    Set<Word<String>> found = new LinkedHashSet<>();
    CharacterizingSets.findCharacterizingSet(dfa, language.alphabet(), found);
    Set<Word<String>> closed = new LinkedHashSet<>(Set.of(Word.epsilon()));
    found.forEach(word -> closed.addAll(word.prefixes(false)));
    this.words = List.copyOf(closed);
    this.accepted = new BitSet[dfa.size()];
    for (int q = 0; q < accepted.length; q++) {
      accepted[q] = new BitSet(words.size());
      for (int w = 0; w < words.size(); w++) {
        accepted[q].set(w, dfa.isAccepting(dfa.getSuccessor((Integer) q, words.get(w))));
      }
    }
  }

  /** Enough words for every two states. */
  List<Word<String>> all() {
    return words;
  }

  /** Those of the words that are enough to tell one state from every other; never none. */
  List<Word<String>> of(int state) {
    BitSet chosen = new BitSet();
    chosen.set(0);
    for (BitSet other : accepted) {
      BitSet differs = (BitSet) other.clone();
      differs.xor(accepted[state]);
      if (!differs.isEmpty() && !differs.intersects(chosen)) {
        chosen.set(differs.nextSetBit(0));
      }
    }
    List<Word<String>> few = new ArrayList<>();
    chosen.stream().forEach(w -> few.add(words.get(w)));
    return few;
  }
}
