package org.cotsim.benchmarks.experiment.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What measurements were made on.
 *
 * @param processor its name, or the architecture where nobody tells
 * @param processors how many the JVM may use
 * @param java the version of the JVM
 * @param system the operating system
 * @param load programs that ran or wanted to run in the minute before, this one included; negative
 *     where nobody tells
 */
public record Hardware(String processor, int processors, String java, String system, double load) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** The machine that this program runs on, now. */
  public static Hardware here() {
    return new Hardware(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processorName() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }

  /** In one line. */
  @Override
  public String toString() {
    return "%d x %s, %s, Java %s, load %.1f".formatted(processors, processor, system, java, load);
  }
}
