package org.cotsim.benchmarks.experiment.speed;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotsim.simulator.execute.Executor;

/**
 * Whether a measured time was the program's own: while other programs want the same processors, the
 * clock on the wall runs on and that of the thread stands still.
 */
public final class ProcessorShare {

  /** The least part of its time that a thread must have had a processor. */
  public static final double LEAST = 0.9;

  private static final Set<String> ON_THEIR_THREAD = Set.of("indexed", "reference", "tokens-only");

  private ProcessorShare() {}

  /** Processor time of all threads of this process, or of this one where nobody tells. */
  static long processNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /**
   * Why a time cannot stand as the program's own; empty if it can, and for executors that work on
   * other threads or another device, where the calling thread only waits.
   */
  static Optional<String> refusal(Executor executor, double seconds, double cpuSeconds) {
    return ON_THEIR_THREAD.contains(executor.name())
        ? refusal(seconds, cpuSeconds)
        : Optional.empty();
  }

  /** The same for the times of one thread that computed. */
  public static Optional<String> refusal(double seconds, double cpuSeconds) {
    double share = cpuSeconds / seconds;
    return share >= LEAST
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "not measured: the decoding thread had a processor for %.0f %% of its time, less"
                    + " than %.0f %%, because other programs ran (--allow-load prints the figure all"
                    + " the same)",
                Math.floor(100 * share),
                100 * LEAST));
  }
}
