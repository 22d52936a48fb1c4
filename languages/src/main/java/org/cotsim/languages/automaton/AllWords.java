package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import net.automatalib.alphabet.Alphabet;

/**
 * Counts through the words of one length in lexicographic order, the last symbol fastest.
 *
 * <p>Each word is a list of its own; AutomataLib's tuples share one list and vary the first symbol
 * fastest.
 */
final class AllWords implements Iterator<List<String>> {

  private final Alphabet<String> alphabet;
  private final int[] digits;
  private boolean more = true;

  AllWords(Alphabet<String> alphabet, int length) {
    this.alphabet = alphabet;
    this.digits = new int[length];
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public List<String> next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    List<String> word = new ArrayList<>(digits.length);
    for (int digit : digits) {
      word.add(alphabet.getSymbol(digit));
    }
    advance();
    return word;
  }

  private void advance() {
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i]++;
      if (digits[i] < alphabet.size()) {
        return;
      }
      digits[i] = 0;
    }
    more = false;
  }
}
