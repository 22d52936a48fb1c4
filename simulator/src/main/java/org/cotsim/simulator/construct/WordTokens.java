package org.cotsim.simulator.construct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of a decoder of words that answers at once: {@code $}, the letters in their order,
 * {@code #}, reject and accept.
 */
public final class WordTokens<I> {

  private final Vocabulary vocabulary;
  private final Map<I, Integer> letters = new HashMap<>();

  /**
   * The tokens of words over some letters.
   *
   * @throws IllegalArgumentException if two letters read the same
   */
  public WordTokens(Collection<I> alphabet) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Token.Role.START));
    alphabet.forEach(symbol -> tokens.add(new Token(String.valueOf(symbol), Token.Role.INPUT)));
    tokens.add(new Token("#", Token.Role.THINK));
    tokens.add(new Token("reject", Token.Role.ANSWER));
    tokens.add(new Token("accept", Token.Role.ANSWER));
    this.vocabulary = new Vocabulary(tokens);
    for (I symbol : alphabet) {
      letters.put(symbol, vocabulary.id(String.valueOf(symbol), Token.Role.INPUT));
    }
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The token of an answer. */
  public int answer(boolean accept) {
    return vocabulary.id(accept ? "accept" : "reject", Token.Role.ANSWER);
  }

  /**
   * The prompt {@code $ w #} of a word.
   *
   * @throws IllegalArgumentException for an unknown letter
   */
  public int[] prompt(List<I> word) {
    int[] prompt = new int[word.size() + 2];
    prompt[0] = vocabulary.id("$", Token.Role.START);
    int i = 1;
    for (I symbol : word) {
      Integer token = letters.get(symbol);
      if (token == null) {
        throw new IllegalArgumentException("not a symbol of the alphabet: " + symbol);
      }
      prompt[i++] = token;
    }
    prompt[i] = vocabulary.id("#", Token.Role.THINK);
    return prompt;
  }
}
