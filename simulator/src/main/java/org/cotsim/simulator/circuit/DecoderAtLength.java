package org.cotsim.simulator.circuit;

import java.util.List;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * A decoder as it is asked about the words of one length: {@code $ w #} and up to so many steps,
 * after which an answer is forced.
 *
 * @param model the weights
 * @param start the token before the word
 * @param letters the tokens that a word is made of, at least one
 * @param think the token after it
 * @param accept the answer for which the circuit is 1
 * @param length how many letters a word has
 * @param steps the most intermediate tokens
 */
public record DecoderAtLength(
    Transformer model,
    int start,
    List<Integer> letters,
    int think,
    int accept,
    int length,
    int steps) {

  public DecoderAtLength {
    letters = List.copyOf(letters);
    if (letters.isEmpty() || length < 0 || steps < 0) {
      throw new IllegalArgumentException(
          letters.size() + " letters, words of " + length + ", chains of " + steps);
    }
    model.requireSharedNorms("a circuit");
    model.requireNoThoughts("a circuit");
    boolean saturated =
        model.layers().stream()
            .flatMap(layer -> layer.attention().heads().stream())
            .allMatch(head -> head.weighting() instanceof Weighting.Saturated);
    if (!saturated) {
      throw new IllegalArgumentException(
          "a circuit of threshold gates needs saturated attention: softmax has a different weight"
              + " for every score");
    }
    if (model.vocabulary().withRole(Token.Role.OUTPUT).size() > 0) {
      throw new IllegalArgumentException("a circuit has one output, accept or reject");
    }
  }

  /** The tokens of the longest sequence. */
  public int positions() {
    return length + 2 + steps;
  }

  /** Whether the choice after a position matters. */
  boolean answers(int position) {
    return position > length;
  }

  /** How many layers matter at a position: in the last one a letter is only looked at. */
  int depthAt(int position) {
    int layers = model.layers().size();
    return answers(position) ? layers : Math.max(0, layers - 1);
  }

  /** Whether a position is the last one, after which no step follows. */
  boolean isLast(int position) {
    return position == positions() - 1;
  }

  boolean isAnswer(int token) {
    return answerTokens().contains(token);
  }

  /** The inputs of a circuit about its words. */
  public WordInputs inputs() {
    return new WordInputs(letters.size(), length);
  }

  TokenSet answerTokens() {
    return model.vocabulary().withRole(Token.Role.ANSWER);
  }
}
