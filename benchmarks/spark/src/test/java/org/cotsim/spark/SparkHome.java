package org.cotsim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An installation of Spark made of its jars, and {@code spark-submit} as its scripts start it: the
 * launcher says with which options Java is to be started, and that is done.
 *
 * @param home its folder
 */
record SparkHome(Path home) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** Makes the installation. */
  static SparkHome in(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    String classpath = Files.readString(Path.of("target/spark.classpath"));
    for (String jar : classpath.strip().split(File.pathSeparator, -1)) {
      Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
    }
    return new SparkHome(home);
  }

  /** Starts {@code spark-submit} in a folder, its output in the files out and err there. */
  Process submit(Path folder, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                JAVA,
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.launcher.Main",
                "org.apache.spark.deploy.SparkSubmit"));
    words.addAll(options);
    words.add(Path.of("target/cotsim-spark.jar").toAbsolutePath().toString());
    words.addAll(arguments);
    Process launcher = builder(words).start();
    String output = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(launcher.waitFor()).as(output).isZero();
    List<String> command =
        List.of(output.strip().split("\0\\s*", -1)).stream().filter(word -> !word.isEmpty()).toList();
    return builder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_HOSTNAME",
                "localhost"));
    return builder;
  }
}
