package org.cotsim.benchmarks.experiment;

import java.util.List;
import java.util.OptionalDouble;

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
 * @param openingSeconds wall-clock time of taking memory and giving it back; 0 for a pass
 * @param promptSeconds wall-clock time of reading the prompts; 0 for a pass, which reads all at
 *     once
 * @param seconds wall-clock time of the chains, or of the pass
 * @param appendSeconds how much of it went into {@code append}
 * @param chooseSeconds how much of it went into {@code choose}, which waits for a device
 * @param cacheBytes keys and values that a step reads at the least, on average; 0 for a pass
 * @param operations of a step, the longest first; empty where nobody asked or nobody can tell
 * @param right whether every token is the oracle's
 */
public record ThroughputRow(
    String executor,
    String backend,
    Check.Mode mode,
    int batch,
    long words,
    long tokens,
    long steps,
    double openingSeconds,
    double promptSeconds,
    double seconds,
    double appendSeconds,
    double chooseSeconds,
    double cacheBytes,
    List<OperationRow> operations,
    boolean right) {

  public ThroughputRow {
    operations = List.copyOf(operations);
  }

  /** Intermediate tokens per second of wall-clock time, prompts not counted. */
  public double tokensPerSecond() {
    return tokens / seconds;
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
        openingSeconds,
        promptSeconds,
        seconds,
        appendSeconds,
        chooseSeconds,
        cacheBytes,
        measured,
        right);
  }

  /** Wall-clock time of one step of the batch; empty for a pass. */
  public OptionalDouble secondsPerStep() {
    return steps == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / steps);
  }
}
