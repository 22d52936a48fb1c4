package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.input.InputException;

/**
 * Random words of one length, every other one in the language, uniform on either side.
 *
 * <p>Accepted and rejected words alternate, an accepted one first; if one kind does not exist at
 * this length all words are of the other. Within a kind each word has probability 1/count up to a
 * relative error of about {@code (length + 1) * (symbols + 3) * 2^-53}: below 10^-9 for length 10
 * 000 and 64 symbols. A word is never of the wrong kind. The words depend on the seed only ({@link
 * java.util.Random}, whose algorithm is part of its contract).
 *
 * <p>Cost: O(length * states * symbols) once and O(length * symbols) a word; 24 bytes of memory
 * times states times (length + 1), whatever the number of words. Source: the recursive method of
 * Nijenhuis and Wilf (1978), with scaled numbers.
 */
public final class WordSampler {

  private static final int MAX_CELLS = 16_000_000;

  private final CompactDFA<String> dfa;
  private final int length;
  private final Random random;
  private final ScaledCounts accepted;
  private final ScaledCounts rejected;
  private boolean acceptedNext = true;

  private WordSampler(RegularLanguage language, int length, long seed) {
    this.dfa = language.dfa();
    this.length = length;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.accepted = new ScaledCounts(dfa, length, dfa::isAccepting);
    this.rejected = new ScaledCounts(dfa, length, q -> !dfa.isAccepting(q));
  }

  /**
   * A sampler of words of one length.
   *
   * @throws InputException if states times length needs more than about 400 MB
   * @throws IllegalArgumentException if the length is negative
   */
  public static WordSampler of(RegularLanguage language, int length, long seed)
      throws InputException {
    if (length < 0) {
      throw new IllegalArgumentException("a word cannot have " + length + " symbols");
    }
    if ((length + 1L) * language.size() > MAX_CELLS) {
      throw InputException.in(
          language.name(),
          "sampling words of length %d needs a table of %d x %d counts, at most %d are kept"
              .formatted(length, length + 1L, language.size(), MAX_CELLS));
    }
    return new WordSampler(language, length, seed);
  }

  /** Whether there are accepted words of this length. */
  public boolean hasAccepted() {
    return !accepted.isZero(length, dfa.getIntInitialState());
  }

  /** Whether there are rejected words of this length. */
  public boolean hasRejected() {
    return !rejected.isZero(length, dfa.getIntInitialState());
  }

  /** The next word. */
  public List<String> next() {
    boolean accept = hasAccepted() && (acceptedNext || !hasRejected());
    acceptedNext = !acceptedNext;
    return draw(accept ? accepted : rejected);
  }

  private List<String> draw(ScaledCounts counts) {
    List<String> word = new ArrayList<>(length);
    int state = dfa.getIntInitialState();
    for (int rest = length; rest > 0; rest--) {
      int symbol = choose(counts, rest, state);
      word.add(dfa.getInputAlphabet().getSymbol(symbol));
      state = dfa.getSuccessor(state, symbol);
    }
    return word;
  }

  /** A symbol with the probability of the share of words that go on with it; never one of none. */
  private int choose(ScaledCounts counts, int rest, int state) {
    int scale = counts.exponent(rest, state);
    int symbols = dfa.getInputAlphabet().size();
    double total = 0;
    for (int a = 0; a < symbols; a++) {
      total += counts.relative(rest - 1, dfa.getSuccessor(state, a), scale);
    }
    double left = random.nextDouble() * total;
    int chosen = -1;
    for (int a = 0; a < symbols && left >= 0; a++) {
      double share = counts.relative(rest - 1, dfa.getSuccessor(state, a), scale);
      chosen = share > 0 ? a : chosen;
      left = share > 0 ? left - share : left;
    }
    return chosen;
  }
}
