package org.cotsim.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An experiment under JUnit 5.10, in a process without what only the command needs: ONNX Runtime,
 * ND4J, picocli and others.
 */
class OldestJunitTest {

  private static final Path OLDEST = Path.of("target", "oldest-junit"); // which Maven fills
  private static final String ELSEWHERE =
      ".*[/\\\\](junit-(jupiter|platform)|onnxruntime|nd4j|javacpp|openblas|picocli|progressbar"
          + "|learnlib|jsvg|jmh|slf4j)-[^/\\\\]*";

  @TempDir private Path folder;

  @Test
  void theReportIsWritten() throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Path reports = folder.resolve("reports");
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                OldestJunit.class.getName(),
                reports.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(said)).isZero();
    Path report = reports.resolve(OldestJunit.Parity.class.getName());
    assertThat(report.resolve("results.csv")).content().hasLineCount(3).contains("parity");
    assertThat(report.resolve("report.md")).isRegularFile();
  }

  private static String classPath() throws IOException {
    List<String> given =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    assertThat(given).as("what is left out").anyMatch(entry -> entry.matches(ELSEWHERE));
    try (Stream<Path> oldest = Files.list(OLDEST)) {
      return Stream.concat(
              oldest.map(Path::toString), given.stream().filter(one -> !one.matches(ELSEWHERE)))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
