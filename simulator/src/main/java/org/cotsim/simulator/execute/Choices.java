package org.cotsim.simulator.execute;

import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** The arg max over scores, and the checks that every session makes of its arguments. */
public final class Choices {

  private Choices() {}

  /**
   * The allowed token of largest score, or {@link Session#TIED}.
   *
   * @param scores [vocabulary]; a score that is not a number is an error
   * @param tolerance scores within this distance of the largest count as tied with it
   */
  public static int argMax(double[] scores, TokenSet allowed, double tolerance) {
    return argMax(scores, 0, allowed, tolerance);
  }

  /**
   * The same for scores that begin somewhere in a row of numbers.
   *
   * @param first where the score of token 0 stands
   */
  public static int argMax(double[] scores, int first, TokenSet allowed, double tolerance) {
    if (allowed.size() == 0) {
      throw new IllegalArgumentException("no token is allowed");
    }
    int best = allowed.id(0);
    for (int i = 0; i < allowed.size(); i++) {
      int token = allowed.id(i);
      if (Double.isNaN(scores[first + token])) {
        throw new NotFiniteException("the score of token " + token + " is not a number");
      }
      if (scores[first + token] > scores[first + best]) {
        best = token;
      }
    }
    for (int i = 0; i < allowed.size(); i++) {
      int token = allowed.id(i);
      if (token != best && scores[first + token] >= scores[first + best] - tolerance) {
        return Session.TIED;
      }
    }
    return best;
  }

  /** Refuses sessions without a sequence or a token, or beyond the model's position table. */
  public static void requireCapacity(Transformer model, int batch, int capacity) {
    if (batch < 1 || capacity < 1) {
      throw new IllegalArgumentException(batch + " sequences of " + capacity + " tokens");
    }
    if (capacity > model.longestSequence()) {
      throw new IllegalArgumentException(
          "the position table holds "
              + model.longestSequence()
              + " positions, but "
              + capacity
              + " are wanted");
    }
  }

  /** Refuses token numbers outside the vocabulary, and a wrong number of them. */
  public static void requireTokens(Transformer model, int[] tokens, int batch) {
    if (tokens.length != batch) {
      throw new IllegalArgumentException(tokens.length + " tokens for " + batch + " sequences");
    }
    for (int token : tokens) {
      if (token < 0 || token >= model.vocabulary().size()) {
        throw new IllegalArgumentException(
            "token " + token + " outside a vocabulary of " + model.vocabulary().size());
      }
    }
  }

  /** Refuses more tokens than a session was opened for. */
  public static void requireRoom(int length, int more, int capacity) {
    if (length + more > capacity) {
      throw new IllegalStateException("the session holds " + capacity + " tokens at most");
    }
  }
}
