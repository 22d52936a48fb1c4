package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON schemas of what commands print. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON schema (draft 2020-12) of what a command prints with --format json.",
      "With --out it writes those of all commands, as cot-check.schema.json and so on."
    },
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
  private String command;

  @Option(names = "--out", paramLabel = "DIR", description = "Write all schemas into this folder.")
  private Path out;

  @Override
  public Integer call() throws ExperimentException, IOException {
    if (out != null) {
      if (command != null) {
        throw new ExperimentException("--out writes the schemas of all commands; COMMAND is one");
      }
      AtomicFiles.requireWritable(out);
      for (String name : described()) {
        AtomicFiles.write(out.resolve("cot-" + name + ".schema.json"), schema(name).orElseThrow());
      }
      return Cot.DONE;
    }
    if (command == null) {
      throw new ParameterException(
          spec.commandLine(), "a COMMAND is missing: one of " + String.join(", ", described()));
    }
    PrintWriter text = spec.commandLine().getOut();
    text.print(
        schema(command)
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "%s prints no JSON; what does: %s"
                            .formatted(command, String.join(", ", described())))));
    text.flush();
    return Cot.DONE;
  }

  /** The commands that print JSON. */
  private static List<String> described() {
    return Commands.NAMES.stream().filter(name -> schema(name).isPresent()).toList();
  }

  private static Optional<String> schema(String name) {
    if (!Commands.NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = SchemaCommand.class.getResourceAsStream("schema/" + name + ".json")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
