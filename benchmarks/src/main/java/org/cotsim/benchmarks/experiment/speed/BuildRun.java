package org.cotsim.benchmarks.experiment.speed;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one process of a build measured.
 *
 * @param tokens intermediate tokens
 * @param seconds wall-clock time
 * @param cpuSeconds processor time; empty if the build does not say
 * @param bytesPerToken empty if the build does not say
 * @param oneThread whether one thread did the work, so that its processor time tells its speed
 * @param right whether every token was the oracle's
 * @param refusal why the times are not those of the program alone; empty if they are or nobody can
 *     tell
 */
public record BuildRun(
    long tokens,
    double seconds,
    OptionalDouble cpuSeconds,
    OptionalDouble bytesPerToken,
    boolean oneThread,
    boolean right,
    Optional<String> refusal) {

  /** Tokens per second of one thread's processor time, else of wall-clock time. */
  public double speed() {
    return tokens / (oneThread ? cpuSeconds.orElse(seconds) : seconds);
  }
}
