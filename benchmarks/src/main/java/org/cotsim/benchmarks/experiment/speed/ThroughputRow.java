package org.cotsim.benchmarks.experiment.speed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;

/**
 * One executor at one size of batch: the median run.
 *
 * @param executor its name
 * @param backend what really ran
 * @param mode decoding step by step, or confirming the oracle's chains in one pass
 * @param batch sequences side by side
 * @param words sequences in all, more than {@code batch} where they ran one after the other
 * @param tokens intermediate tokens of all sequences that are the oracle's
 * @param steps tokens appended to the batch one after the other; 0 for a pass
 * @param seconds wall-clock time of the chains, or of the pass, which reads the prompts, too
 * @param cpuSeconds processor time of all threads of the process in that time
 * @param times where the time of decoding went; empty for a pass
 * @param cacheBytes what a step reads of keys, on average, and so of its caches at the least; empty
 *     for a pass and for executors that do not read them all
 * @param operations of a step, the longest first; empty where nobody asked or nobody can tell
 * @param right whether every token is the oracle's
 */
public record ThroughputRow(
    String executor,
    String backend,
    DecoderCheck.Mode mode,
    int batch,
    long words,
    long tokens,
    long steps,
    double seconds,
    double cpuSeconds,
    Optional<Times> times,
    OptionalDouble cacheBytes,
    List<OperationRow> operations,
    boolean right) {

  /**
   * Wall-clock times in seconds.
   *
   * @param opening taking memory and giving it back; not part of the row's seconds
   * @param prompt reading the prompts; not part of the row's seconds
   * @param append in {@code append}
   * @param choose in {@code choose}, which waits for a device
   */
  public record Times(double opening, double prompt, double append, double choose) {
    Times plus(Times more) {
      return new Times(
          opening + more.opening, prompt + more.prompt, append + more.append, choose + more.choose);
    }
  }

  public ThroughputRow {
    operations = List.copyOf(operations);
  }

  ThroughputRow withOperations(List<OperationRow> measured) {
    return new ThroughputRow(
        executor,
        backend,
        mode,
        batch,
        words,
        tokens,
        steps,
        seconds,
        cpuSeconds,
        times,
        cacheBytes,
        measured,
        right);
  }

  /** This run and one that came after it. */
  ThroughputRow then(ThroughputRow next) {
    return new ThroughputRow(
        executor,
        backend,
        mode,
        batch,
        words + next.words,
        tokens + next.tokens,
        steps + next.steps,
        seconds + next.seconds,
        cpuSeconds + next.cpuSeconds,
        times.flatMap(mine -> next.times.map(mine::plus)),
        cacheBytes,
        operations,
        right && next.right);
  }

  /** Intermediate tokens per second of wall-clock time. */
  public double tokensPerSecond() {
    return tokens / seconds;
  }

  /** Wall-clock time of one step of the batch; empty for a pass. */
  public OptionalDouble secondsPerStep() {
    return steps == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / steps);
  }
}
