package org.cotsim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;

/** A small experiment, and what a sweep leaves in a folder. */
final class Sweeps {

  /** Two ways, one of which a problem does not have, two seeds, and a length beyond binary32. */
  private static final String EXPERIMENT =
      """
      problems: [parity, word-a5, "%s"]
      by: [theorem1, cascade]
      lengths: 4, 8, 200
      seeds: 1..2
      samples: 6
      hash: scaled
      arithmetic: binary32
      budgets: [0, n/2, n+1]
      latex: true
      """;

  private static final String AN_EVEN_NUMBER_OF_A =
      """
      0 1 a
      0 0 b
      1 0 a
      1 1 b
      0
      """;

  private Sweeps() {}

  /** The experiment in a folder, and beneath it the file of a problem, which it names like this. */
  static Path experiment(Path folder, String problem) throws IOException {
    Path file = folder.resolve(problem);
    Files.createDirectories(file.getParent());
    Files.writeString(file, AN_EVEN_NUMBER_OF_A);
    return Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT.formatted(problem));
  }

  /** The files of {@code cot sweep} on this machine. */
  static Map<String, String> here(Path experiment, Path out, int code) throws IOException {
    StringWriter err = new StringWriter();
    assertThat(
            Cot.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "sweep",
                experiment.toString(),
                "--out",
                out.toString()))
        .as(err.toString())
        .isEqualTo(code);
    return texts(out);
  }

  /** The texts of the files of a folder by their names. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
