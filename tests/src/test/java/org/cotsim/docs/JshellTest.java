package org.cotsim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README in jshell, with nothing of ND4J or the command line to load. */
class JshellTest {

  @TempDir private Path folder;

  @Test
  void threeLinesGoFromADfaToAnAnswerWithItsChain() throws IOException, InterruptedException {
    Path script = folder.resolve("lines.jsh");
    Files.writeString(script, "import java.util.*;\n" + lines() + "/exit\n");
    Path output = folder.resolve("output");
    Process jshell =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                "--class-path",
                withoutNd4jAndBenchmarks(),
                "-J-Djava.util.prefs.userRoot=" + folder,
                "-s",
                script.toString())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(jshell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(output).strip()).isEqualTo("q0 q0 q1 q0 q1 => accept");
  }

  private static String lines() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    String readme = Files.readString(root.resolve("README.md"), StandardCharsets.UTF_8);
    String from = "```jshell\n";
    int start = readme.indexOf(from) + from.length();
    assertThat(start).isGreaterThan(from.length());
    return readme.substring(start, readme.indexOf("```", start));
  }

  private static String withoutNd4jAndBenchmarks() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            path ->
                path.contains("cotsim-languages")
                    || path.contains("cotsim-simulator")
                    || path.contains("/languages/target")
                    || path.contains("/simulator/target")
                    || path.contains("automatalib")
                    || path.contains("jgrapht"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
