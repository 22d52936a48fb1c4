package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code cot} beside the packaged command; skipped where that is not packaged. Another
 * program stands in for Java and says how it was started.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir private Path folder;
  private Path script;
  private Path java;

  @BeforeEach
  void findScript() throws IOException, URISyntaxException {
    Path code = Path.of(Cot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    script = code.resolveSibling("cot").toRealPath();
    assumeTrue(Files.isRegularFile(script), () -> "skipped: no " + script + ", run mvn package");
    Path bin = Files.createDirectories(folder.resolve("a java/bin"));
    java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 7\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private Cli start(Path command, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_OPTS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Cli(process.waitFor(), out, err);
  }

  private Map<String, String> home() {
    return Map.of("JAVA_HOME", java.getParent().getParent().toString());
  }

  @Test
  void optionsArgumentsAndTheExitCodePassThrough() throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(home());
    environment.put("JAVA_OPTS", "-Xmx1g -Da=b");
    Cli cli = start(script, environment, "run", "two words", "", "*", "$x");
    assertThat(cli.out())
        .isEqualTo(
            archive()
                + "<-Xmx1g><-Da=b><-jar><"
                + script.resolveSibling("cot.jar")
                + "><run><two words><><*><$x>");
    assertThat(cli.code()).isEqualTo(7);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void itFindsItsFolderThroughLinks() throws IOException, InterruptedException {
    Path first = Files.createSymbolicLink(folder.resolve("first link"), script);
    Files.createDirectories(folder.resolve("bin"));
    Path second = Files.createSymbolicLink(folder.resolve("bin/cot"), Path.of("../first link"));
    assertThat(first).isSymbolicLink();
    assertThat(start(second, home()).out())
        .isEqualTo(archive() + "<-jar><" + script.resolveSibling("cot.jar") + ">");
  }

  /** What says where the packaged archive of classes is, if there is one. */
  private String archive() {
    Path packaged = script.resolveSibling("cot.jsa");
    return Files.exists(packaged)
        ? "<-XX:SharedArchiveFile=" + packaged + "><-Xlog:cds=off><-Xlog:cds+dynamic=off>"
        : "";
  }

  @Test
  void anArchiveOfClassesIsNamedOnlyIfItIsThere() throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("a home")).toRealPath();
    Path alone = Files.copy(script, home.resolve("cot"));
    Files.createFile(home.resolve("cot.jar"));
    String started = "<-jar><" + home.resolve("cot.jar") + "><list>";
    assertThat(start(alone, home(), "list").out()).isEqualTo(started);
    Files.createFile(home.resolve("cot.jsa"));
    assertThat(start(alone, home(), "list").out())
        .isEqualTo(
            "<-XX:SharedArchiveFile="
                + home.resolve("cot.jsa")
                + "><-Xlog:cds=off><-Xlog:cds+dynamic=off>"
                + started);
  }

  /** Another Java, or a jar that has changed, must leave the archive alone and say nothing. */
  @Test
  void anArchiveThatCannotBeUsedIsNotMentioned() throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("spoilt")).toRealPath();
    Path alone = Files.copy(script, home.resolve("cot"));
    Files.createSymbolicLink(home.resolve("lib"), script.resolveSibling("lib"));
    Files.copy(script.resolveSibling("cot.jar"), home.resolve("cot.jar"));
    Files.writeString(home.resolve("cot.jsa"), "no archive");
    Map<String, String> real = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Cli cli = start(alone, real, "--version");
    assertThat(cli.out()).startsWith("cotsim ");
    assertThat(cli.out().lines()).hasSize(1);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.DONE);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException, InterruptedException {
    Path alone = Files.copy(script, folder.resolve("cot"));
    Cli noJar = start(alone, home());
    assertThat(noJar.err()).endsWith("cot.jar is missing; mvn package makes it\n");
    assertThat(noJar.code()).isEqualTo(Cot.BAD_INPUT);
    Cli noJava = start(script, Map.of("JAVA_HOME", "/nowhere"));
    assertThat(noJava.err())
        .isEqualTo(
            "cot: there is no /nowhere/bin/java; Java 17 or later must be on the PATH or in JAVA_HOME\n");
    assertThat(noJava.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
