package org.cotsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;

/** The command in a process of its own, from the classes under test. */
final class CommandProcess {

  private CommandProcess() {}

  /** A process builder that runs the command with options for Java before it. */
  static ProcessBuilder builder(List<String> options, String... arguments) throws IOException {
    Path classPath = Files.createTempFile("cot-class-path", ".args");
    classPath.toFile().deleteOnExit();
    Files.writeString(
        classPath, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + '"');
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "@" + classPath));
    command.addAll(options);
    command.add(Cot.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Runs a command line of bash in which {@code "$@"} is the command. */
  static Cli inShell(Path folder, String script, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    command.addAll(builder(options, arguments).command());
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder shell =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    int code = shell.start().waitFor();
    return new Cli(code, Files.readString(out), Files.readString(err));
  }
}
