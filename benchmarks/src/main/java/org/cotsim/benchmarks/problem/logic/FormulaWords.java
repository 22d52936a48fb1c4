package org.cotsim.benchmarks.problem.logic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.languages.oracle.FormulaInterpreter;

/**
 * Random words of one length for a formula that counts, accepted and rejected in turn where both
 * kinds are found.
 *
 * <p>Each word has frequencies of its own for the letters and a mean length of its own for runs of
 * equal letters, so that words with few letters of a kind and blocks of letters occur too.
 */
final class FormulaWords implements Iterator<List<String>> {

  /** The most words looked at for one that is wanted. */
  static final int TRIES = 200;

  private static final int MOST_LETTERS = 2_000_000; // looked at for one word

  private final FormulaInterpreter oracle;
  private final Alphabet<String> alphabet;
  private final int length;
  private final int tries;
  private final Random random;
  private boolean acceptedNext = true;

  FormulaWords(FormulaInterpreter oracle, Alphabet<String> alphabet, int length, long seed) {
    this.oracle = oracle;
    this.alphabet = alphabet;
    this.length = length;
    this.tries = Math.max(1, Math.min(TRIES, MOST_LETTERS / (length + 1)));
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public List<String> next() {
    List<String> word = draw();
    for (int i = 1; i < tries && oracle.accepts(word) != acceptedNext; i++) {
      word = draw();
    }
    acceptedNext = !acceptedNext;
    return word;
  }

  private List<String> draw() {
    double[] frequencies = new double[alphabet.size()];
    boolean equal = random.nextBoolean();
    for (int a = 0; a < frequencies.length; a++) {
      frequencies[a] = equal ? 1 : random.nextDouble();
    }
    double stays = random.nextBoolean() ? 0 : random.nextDouble();
    List<String> word = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      boolean again = i > 0 && random.nextDouble() < stays;
      word.add(again ? word.get(i - 1) : alphabet.getSymbol(letter(frequencies)));
    }
    return word;
  }

  private int letter(double[] frequencies) {
    double sum = 0;
    for (double frequency : frequencies) {
      sum += frequency;
    }
    double left = random.nextDouble() * sum;
    int letter = 0;
    while (letter < frequencies.length - 1 && left >= frequencies[letter]) {
      left -= frequencies[letter++];
    }
    return letter;
  }
}
