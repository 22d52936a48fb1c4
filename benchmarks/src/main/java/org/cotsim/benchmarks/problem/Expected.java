package org.cotsim.benchmarks.problem;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;

/** What the oracle says: the chain that the machine's own run makes, then the answer. */
public final class Expected {

  private final int[] continuation;
  private final int steps;
  private final boolean answered;
  private final boolean accepts;
  private final OptionalLong context;

  private Expected(
      int[] continuation, int steps, boolean answered, boolean accepts, OptionalLong context) {
    this.continuation = continuation.clone();
    this.steps = steps;
    this.answered = answered;
    this.accepts = accepts;
    this.context = context;
  }

  /**
   * The right continuation of a prompt, to its end.
   *
   * @param continuation the chain and the answer
   * @param steps how many of these tokens are intermediate ones
   * @param accepts whether the answer is yes
   */
  public static Expected answered(int[] continuation, int steps, boolean accepts) {
    return new Expected(continuation, steps, true, accepts, OptionalLong.empty());
  }

  /** The chain of a machine that was stopped before it came to an answer. */
  public static Expected stopped(int[] chain) {
    return new Expected(chain, chain.length, false, false, OptionalLong.empty());
  }

  /**
   * The same of a chain that forgets, so that a decoder sees so many tokens at once at the most.
   */
  public Expected seeing(long most) {
    return new Expected(continuation, steps, answered, accepts, OptionalLong.of(most));
  }

  /** The most tokens that a decoder sees at once, if its chain forgets; else it sees all. */
  public OptionalLong context() {
    return context;
  }

  /** The chain, and the answer if there is one. */
  public int[] continuation() {
    return continuation.clone();
  }

  /**
   * The same, which has an answer.
   *
   * @throws ExperimentException if it has none
   */
  public Expected requireAnswer() throws ExperimentException {
    if (!answered) {
      throw new ExperimentException(
          "the machine has not answered after %d steps (--steps-at-most), so there is no right answer to compare with"
              .formatted(steps));
    }
    return this;
  }

  /** Whether the machine came to an answer. */
  public boolean answered() {
    return answered;
  }

  /** The token that is, or ends, the answer. */
  public OptionalInt answer() {
    return answered ? OptionalInt.of(continuation[continuation.length - 1]) : OptionalInt.empty();
  }

  /** The tokens of an answer of several tokens, without the one that ends it. */
  public int[] output() {
    return answered ? Arrays.copyOfRange(continuation, steps, continuation.length - 1) : new int[0];
  }

  /** The machine's running time so far: the intermediate tokens before the answer. */
  public int steps() {
    return steps;
  }

  public boolean accepts() {
    return accepts;
  }

  /** What is right if the answer must come after so many intermediate tokens at the latest. */
  public Expected within(long limit) {
    if (limit >= steps) {
      return this;
    }
    int kept = (int) limit;
    int[] rest = Arrays.copyOfRange(continuation, steps, continuation.length);
    int[] shorter = Arrays.copyOf(continuation, kept + rest.length);
    System.arraycopy(rest, 0, shorter, kept, rest.length);
    return new Expected(shorter, kept, answered, accepts, context);
  }

  /** Whether a decoding gave this answer, all of it, under one of its budgets. */
  public boolean isGivenBy(Decoding decoding, Outcome outcome) {
    boolean whole = outcome instanceof Outcome.Answered;
    return answered
        && outcome.answer().equals(answer())
        && Arrays.equals(output(), whole ? decoding.output() : new int[0]);
  }

  @Override
  public String toString() {
    return "Expected" + Arrays.toString(continuation);
  }
}
