package org.cotsim.simulator.decode;

import java.util.Arrays;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/** How many tokens each sequence of a batch sees at once. */
sealed interface ContextLengths {

  /** The lengths after the prompts, for a model that restarts or one that never does. */
  static ContextLengths of(Vocabulary vocabulary, int batch, int promptLength) {
    return RestartingSession.restarts(vocabulary)
        ? new Restarting(vocabulary, batch, promptLength)
        : new Growing(batch, promptLength);
  }

  /** After one more token of every sequence. */
  void append(int[] tokens);

  /** A sequence has ended: what is appended to it no longer counts. */
  void end(int sequence);

  /** The tokens that a sequence sees now. */
  long now(int sequence);

  /** The most tokens that a sequence has seen at once. */
  long longest(int sequence);

  /** At least the tokens that any sequence sees now. */
  long longest();

  /** Whether a token makes the context longer. */
  boolean grows(int token);

  /** Contexts that only grow, all in step. */
  final class Growing implements ContextLengths {
    private final long[] ended; // [batch], or 0
    private long length;

    Growing(int batch, int promptLength) {
      this.ended = new long[batch];
      this.length = promptLength;
    }

    @Override
    public void append(int[] tokens) {
      length++;
    }

    @Override
    public void end(int sequence) {
      ended[sequence] = length;
    }

    @Override
    public long now(int sequence) {
      return ended[sequence] > 0 ? ended[sequence] : length;
    }

    @Override
    public long longest(int sequence) {
      return now(sequence);
    }

    @Override
    public long longest() {
      return length;
    }

    @Override
    public boolean grows(int token) {
      return true;
    }
  }

  /** Contexts that begin anew. */
  final class Restarting implements ContextLengths {
    private final TokenSet restart;
    private final TokenSet summary;
    private final long[] now; // [batch]
    private final long[] kept; // [batch], summary tokens since the latest restart
    private final long[] longest; // [batch]
    private final boolean[] ended; // [batch]
    private long most;

    Restarting(Vocabulary vocabulary, int batch, int promptLength) {
      this.restart = vocabulary.withRole(Token.Role.RESTART);
      this.summary = vocabulary.withRole(Token.Role.SUMMARY);
      this.now = new long[batch];
      this.kept = new long[batch];
      this.longest = new long[batch];
      this.ended = new boolean[batch];
      this.most = promptLength;
      Arrays.fill(now, promptLength);
      Arrays.fill(longest, promptLength);
    }

    @Override
    public void append(int[] tokens) {
      for (int b = 0; b < tokens.length; b++) {
        if (!ended[b]) {
          append(b, tokens[b]);
        }
      }
    }

    private void append(int b, int token) {
      if (restart.contains(token)) {
        now[b] = kept[b] + 2;
        kept[b] = 0;
      } else {
        now[b]++;
        kept[b] += summary.contains(token) ? 1 : 0;
      }
      longest[b] = Math.max(longest[b], now[b]);
      most = Math.max(most, longest[b]);
    }

    @Override
    public void end(int sequence) {
      ended[sequence] = true;
    }

    @Override
    public long now(int sequence) {
      return now[sequence];
    }

    @Override
    public long longest(int sequence) {
      return longest[sequence];
    }

    @Override
    public long longest() {
      return most;
    }

    @Override
    public boolean grows(int token) {
      return !restart.contains(token);
    }
  }
}
