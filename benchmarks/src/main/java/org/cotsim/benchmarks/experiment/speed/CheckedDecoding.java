package org.cotsim.benchmarks.experiment.speed;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.OracleChain;
import org.cotsim.benchmarks.problem.TapeHistory;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Decodes one chain step by step, as far as it is the oracle's, and times it.
 *
 * <p>The oracle works between the pieces that are timed, so its time is not counted.
 */
final class CheckedDecoding {

  private static final int CHECKED_EVERY = 64; // steps between looks at the clock

  private final TokenSet all;
  private final TokenSet chainTokens;
  private final OracleChain oracle;
  private final Progress progress;
  private final long deadline;
  private final int[] expected = new int[OracleChain.PIECE];
  private final int[] emitted = new int[OracleChain.PIECE];
  private final int[] choice = new int[1];
  private long nanos;
  private long cpuNanos;
  private int tokens;
  private boolean right = true;

  CheckedDecoding(Vocabulary vocabulary, OracleChain oracle, Progress progress, long deadline) {
    this.all = vocabulary.all();
    this.chainTokens =
        vocabulary.chain().size() == 0
            ? vocabulary.withRole(Token.Role.ANSWER)
            : vocabulary.chain();
    this.oracle = oracle;
    this.progress = progress;
    this.deadline = deadline;
  }

  void run(Session session) throws TooSlowException {
    int count = oracle.next(expected);
    while (right && count > 0) {
      long start = System.nanoTime();
      long cpuStart = cpuTime();
      int done = decode(session, count);
      cpuNanos += cpuTime() - cpuStart;
      nanos += System.nanoTime() - start;
      right = done == count;
      tokens += done;
      oracle.emitted(emitted, done);
      progress.done(done);
      count = oracle.next(expected);
    }
    OptionalInt answer = oracle.answer();
    if (right && answer.isPresent()) {
      session.choose(all, choice);
      right = choice[0] == answer.getAsInt();
    }
  }

  /** Decodes a piece; answers how many tokens are those of the oracle. */
  private int decode(Session session, int count) throws TooSlowException {
    for (int i = 0; i < count; i++) {
      session.choose(all, choice);
      if (choice[0] != expected[i] || !chainTokens.contains(choice[0])) {
        return i;
      }
      emitted[i] = choice[0];
      session.append(choice);
      if (i % CHECKED_EVERY == 0) {
        TooSlowException.requireTime(deadline);
      }
    }
    return count;
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  int tokens() {
    return tokens;
  }

  boolean right() {
    return right;
  }

  double seconds() {
    return nanos * 1e-9;
  }

  double cpuSeconds() {
    return cpuNanos * 1e-9;
  }

  Map<String, Object> result() {
    return oracle.result();
  }

  Optional<TapeHistory> history() {
    return oracle.history();
  }
}
