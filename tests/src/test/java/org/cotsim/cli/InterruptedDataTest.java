package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data set whose writing is stopped leaves nothing half-written behind. */
@EnabledOnOs(OS.LINUX)
class InterruptedDataTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path folder;

  private Process start(Path parent, String samples) throws IOException {
    Process process =
        CommandProcess.builder(
                List.of("-Xmx64m"),
                "data",
                "parity",
                "--samples",
                samples,
                "--out",
                parent.resolve("set").toString())
            .start();
    return process;
  }

  private static List<Path> files(Path parent) throws IOException {
    try (Stream<Path> walk = Files.walk(parent)) {
      return walk.filter(file -> !file.equals(parent)).toList();
    }
  }

  /** Waits until something of the data set is on disk. */
  private static void waitForLines(Path parent, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (files(parent).stream().noneMatch(file -> file.endsWith("train.jsonl"))) {
      assertThat(System.nanoTime()).isLessThan(end);
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
  }

  @Test
  void aSignalLeavesNothing() throws IOException, InterruptedException {
    Process process = start(folder, "100000000");
    waitForLines(folder, process);
    process.destroy(); // SIGTERM, as Ctrl-C runs the same hooks
    process.waitFor();
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNext() throws IOException, InterruptedException {
    Process process = start(folder, "100000000");
    waitForLines(folder, process);
    process.destroyForcibly().waitFor();
    assertThat(folder.resolve("set")).doesNotExist();
    assertThat(files(folder)).isNotEmpty();
    assertThat(start(folder, "50").waitFor()).isZero();
    try (Stream<Path> list = Files.list(folder)) {
      assertThat(list.toList()).containsExactly(folder.resolve("set"));
    }
  }
}
