package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the manual pages. */
@Command(
    name = "man",
    description = {
      "Prints a page of the manual, for man: cot man sweep | man -l -",
      "With --out it writes the pages of all commands, as cot.1, cot-check.1 and so on."
    },
    mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command (default: the page about cot itself).")
  private String command;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write all pages into this folder, such as ~/.local/share/man/man1.")
  private Path out;

  @Override
  public Integer call() throws ExperimentException, IOException {
    CommandLine cot = Cot.commandLine();
    if (out != null) {
      if (command != null) {
        throw new ExperimentException("--out writes the pages of all commands; COMMAND is one");
      }
      AtomicFiles.requireWritable(out);
      write(cot);
      for (CommandLine one : cot.getSubcommands().values()) {
        write(one);
      }
      return Cot.DONE;
    }
    PrintWriter text = spec.commandLine().getOut();
    text.print(ManPage.of(command == null ? cot : named(cot)));
    text.flush();
    return Cot.DONE;
  }

  private CommandLine named(CommandLine cot) throws ExperimentException {
    CommandLine found = cot.getSubcommands().get(command);
    if (found == null) {
      throw new ExperimentException(
          "there is no command "
              + command
              + "; there are "
              + String.join(", ", cot.getSubcommands().keySet()));
    }
    return found;
  }

  private void write(CommandLine one) throws IOException {
    AtomicFiles.write(out.resolve(ManPage.name(one) + ".1"), ManPage.of(one));
  }
}
