package org.cotsim.benchmarks.experiment;

/**
 * What one measured run took.
 *
 * @param n the input length
 * @param promptTokens tokens before the first choice
 * @param tokens intermediate tokens decoded
 * @param promptSeconds wall-clock time of appending the prompt
 * @param seconds wall-clock time of decoding the chain
 * @param cpuSeconds processor time of the decoding thread in that time
 * @param bytesPerToken growth of the heap after garbage collection, per token of prompt and chain;
 *     not a number where it was not measured
 * @param right whether every token is the oracle's
 */
public record BenchResult(
    int n,
    int promptTokens,
    int tokens,
    double promptSeconds,
    double seconds,
    double cpuSeconds,
    double bytesPerToken,
    boolean right) {

  /** Intermediate tokens per second of wall-clock time. */
  public double tokensPerSecond() {
    return tokens / seconds;
  }

  BenchResult withBytesPerToken(double bytes) {
    return new BenchResult(
        n, promptTokens, tokens, promptSeconds, seconds, cpuSeconds, bytes, right);
  }
}
