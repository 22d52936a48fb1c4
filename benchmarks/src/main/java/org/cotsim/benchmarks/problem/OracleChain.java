package org.cotsim.benchmarks.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The chain that the oracle makes of one input, from its first token on, piece by piece: a long one
 * is never held as a whole.
 */
public interface OracleChain {

  int PIECE = 1 << 16;

  /** Fills the array with the next tokens and says how many there were; none at the end. */
  int next(int[] tokens);

  /**
   * The token that is right after the last one of the chain; empty while tokens are left, and where
   * the chain was cut.
   */
  OptionalInt answer();

  /** Hears the tokens that a decoder emitted, as far as they were right, in their order. */
  default void emitted(int[] tokens, int count) {}

  /** What the emitted tokens came to, by name, once all are emitted. */
  default Map<String, Object> result() {
    return Map.of();
  }

  /** How the emitted tokens wrote a tape, where there is one. */
  default Optional<TapeHistory> history() {
    return Optional.empty();
  }

  /** A chain that is held, cut after so many tokens. */
  static OracleChain of(Expected expected, long limit) {
    int steps = (int) Math.min(expected.steps(), limit);
    int[] continuation = expected.continuation();
    boolean cut = steps < expected.steps() || continuation.length == steps;
    return held(
        Arrays.copyOf(continuation, steps),
        cut ? OptionalInt.empty() : OptionalInt.of(continuation[steps]));
  }

  /** A chain that is held. */
  static OracleChain held(int[] chain, OptionalInt answer) {
    return new OracleChain() {
      private int read;

      @Override
      public int next(int[] tokens) {
        int count = Math.min(tokens.length, chain.length - read);
        System.arraycopy(chain, read, tokens, 0, count);
        read += count;
        return count;
      }

      @Override
      public OptionalInt answer() {
        return read == chain.length ? answer : OptionalInt.empty();
      }
    };
  }

  /** How many tokens are left; they are read. */
  default long count() {
    int[] piece = new int[PIECE];
    long count = 0;
    for (int more = next(piece); more > 0; more = next(piece)) {
      count += more;
    }
    return count;
  }
}
