package org.cotsim.benchmarks.experiment.speed;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.problem.TapeHistory;

/**
 * What one measured run took.
 *
 * @param n the input length
 * @param promptTokens tokens before the first choice
 * @param tokens intermediate tokens decoded, up to the first that is not the oracle's; the answer
 *     where a decoder has no chain
 * @param promptSeconds wall-clock time of appending the prompt
 * @param seconds wall-clock time of decoding the chain
 * @param cpuSeconds processor time of the decoding thread in that time
 * @param bytesPerToken growth of the heap after garbage collection, per token of prompt and chain;
 *     not a number where it was not measured
 * @param heldBytes what the session held at the most, as it counts it; empty if it does not
 * @param right whether every token is the oracle's, and the answer after the last one
 * @param result what the chain came to, by name; empty if nobody says
 * @param history how the chain wrote a tape; empty if it writes none
 * @param refusal why the times are not those of the program alone; empty if they are
 */
public record DecodingSpeedResult(
    int n,
    int promptTokens,
    int tokens,
    double promptSeconds,
    double seconds,
    double cpuSeconds,
    double bytesPerToken,
    OptionalLong heldBytes,
    boolean right,
    Map<String, Object> result,
    Optional<TapeHistory> history,
    Optional<String> refusal) {

  /** Intermediate tokens per second of the decoding thread's processor time. */
  public double tokensPerCpuSecond() {
    return tokens / cpuSeconds;
  }

  /** Intermediate tokens per second of wall-clock time. */
  public double tokensPerSecond() {
    return tokens / seconds;
  }

  /** Wall-clock time of prompt and chain. */
  public double wholeSeconds() {
    return promptSeconds + seconds;
  }

  DecodingSpeedResult withBytesPerToken(double bytes) {
    return new DecodingSpeedResult(
        n,
        promptTokens,
        tokens,
        promptSeconds,
        seconds,
        cpuSeconds,
        bytes,
        heldBytes,
        right,
        result,
        history,
        refusal);
  }
}
