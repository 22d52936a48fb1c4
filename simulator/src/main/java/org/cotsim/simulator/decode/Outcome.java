package org.cotsim.simulator.decode;

import java.util.List;
import java.util.OptionalInt;

/** How decoding ended under one step budget. */
public sealed interface Outcome {

  /** The answer token, given freely or forced; empty after a tie. */
  OptionalInt answer();

  /**
   * The model answered by itself.
   *
   * @param steps intermediate tokens before the answer
   * @param token the answer token, which ends an answer of several tokens
   */
  record Answered(long steps, int token) implements Outcome {
    @Override
    public OptionalInt answer() {
      return OptionalInt.of(token);
    }
  }

  /**
   * The model began an answer of several tokens and did not end it in a reasonable number of them.
   *
   * @param steps intermediate tokens before the answer
   * @param outputs tokens of the answer so far
   */
  record RanOn(long steps, long outputs) implements Outcome {
    @Override
    public OptionalInt answer() {
      return OptionalInt.empty();
    }
  }

  /**
   * The budget was spent while the model was still thinking, so the choice was restricted to
   * answers.
   *
   * @param limit the budget, in intermediate tokens
   * @param token the answer token of largest score at that point
   */
  record BudgetSpent(long limit, int token) implements Outcome {
    @Override
    public OptionalInt answer() {
      return OptionalInt.of(token);
    }
  }

  /**
   * The model saw as many tokens as it may, so the choice was restricted to answers.
   *
   * @param limit the most tokens of a context, prompt included
   * @param steps intermediate tokens before the answer
   * @param token the answer token of largest score at that point
   */
  record ContextFull(long limit, long steps, int token) implements Outcome {
    @Override
    public OptionalInt answer() {
      return OptionalInt.of(token);
    }
  }

  /**
   * Several tokens shared the largest score, so there is no next token.
   *
   * @param steps intermediate tokens before the tie
   * @param tokens the tied ones
   */
  record Tied(long steps, List<Integer> tokens) implements Outcome {
    public Tied {
      tokens = List.copyOf(tokens);
    }

    @Override
    public OptionalInt answer() {
      return OptionalInt.empty();
    }
  }
}
