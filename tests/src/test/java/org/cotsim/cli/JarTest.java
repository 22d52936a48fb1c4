package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged command in a process of its own.
 *
 * <p>Skipped where the module of the command was compiled but not packaged since.
 */
class JarTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void findJar() throws IOException, URISyntaxException {
    Path code = Path.of(Cot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    jar = Files.isDirectory(code) ? code.resolveSibling("cot.jar") : code;
    assumeTrue(
        Files.isRegularFile(jar) && Files.isDirectory(jar.resolveSibling("lib")),
        () -> "skipped: " + jar + " is not packaged, run mvn package");
    assumeTrue(
        !Files.isDirectory(code) || !isOlder(jar, Path.of("org/cotsim/benchmarks/cli/Cot.class")),
        () -> "skipped: " + jar + " is older than its classes, run mvn package");
  }

  private static boolean isOlder(Path jar, Path name) throws IOException {
    Path compiled = jar.resolveSibling("classes").resolve(name);
    return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(compiled)) < 0;
  }

  private Cli start(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    int code = process.waitFor();
    return new Cli(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private List<String> classesLoadedBy(String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Cli cli = start(List.of("-Xlog:class+load=info:file=" + log), arguments);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    return Files.readAllLines(log);
  }

  @Test
  void itPrintsWhatTheCommandPrintsAndNothingElse() throws IOException, InterruptedException {
    Cli jarred = start(List.of(), "run", "parity", "--word", "0111", "--show-chain");
    assertThat(jarred).isEqualTo(Cli.cot("run", "parity", "--word", "0111", "--show-chain"));
    assertThat(jarred.err()).isEmpty();
    assertThat(jarred.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void itEndsWithTheExitCodeOfAMistake() throws IOException, InterruptedException {
    Cli jarred = start(List.of(), "run", "nope", "--word", "1");
    assertThat(jarred).isEqualTo(Cli.cot("run", "nope", "--word", "1"));
    assertThat(jarred.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(jarred.out()).isEmpty();
  }

  @Test
  void listingLoadsNoNativeLibrary() throws IOException, InterruptedException {
    List<String> loaded = classesLoadedBy("list");
    assertThat(loaded).anyMatch(line -> line.contains(" org.cotsim.benchmarks.cli.Cot "));
    assertThat(loaded).noneMatch(line -> line.contains(" org.nd4j."));
    assertThat(loaded).noneMatch(line -> line.contains(" ai.onnxruntime."));
  }

  @Test
  void theOnnxRuntimeExecutorLoadsItWithoutAWordOnTheErrorStream()
      throws IOException, InterruptedException {
    assertThat(classesLoadedBy("run", "parity", "--word", "1", "--executor", "onnxruntime"))
        .anyMatch(line -> line.contains(" ai.onnxruntime."));
  }

  @Test
  void theNd4jExecutorLoadsItWithoutAWordOnTheErrorStream()
      throws IOException, InterruptedException {
    assertThat(classesLoadedBy("run", "parity", "--word", "1", "--executor", "nd4j"))
        .anyMatch(line -> line.contains(" org.nd4j."));
  }
}
