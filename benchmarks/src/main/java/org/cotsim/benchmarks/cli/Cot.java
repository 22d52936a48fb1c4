package org.cotsim.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 a check failed, 2 usage or input error, 3 a defect. */
@Command(
    name = "cot",
    description = {
      "Builds transformers by hand and shows, by running them, what a chain of thought buys.",
      ""
    },
    footer = {
      "",
      "PROBLEM is a name from 'cot list', regex:EXPR, graph:FILE, or a file: .att, .dot, .jff and"
          + " others.",
      "Exit status: 0 done, 1 a check failed, 2 usage or input error."
    },
    mixinStandardHelpOptions = true,
    version = "cotsim " + Cot.VERSION,
    subcommands = {
      ListCommand.class,
      ExplainCommand.class,
      RunCommand.class,
      CheckCommand.class,
      SweepCommand.class,
      PrecisionCommand.class,
      TemperatureCommand.class,
      TraceCommand.class,
      GalleryCommand.class,
      BenchCommand.class,
      ThroughputCommand.class,
      ExportCommand.class
    })
public final class Cot implements Runnable {

  /** The version of this program. */
  static final String VERSION = "0.1.0-SNAPSHOT";

  /** Everything was as it should be. */
  public static final int DONE = 0;

  /** A check found a counterexample. */
  public static final int CHECK_FAILED = 1;

  /** The command or its input cannot be used. */
  public static final int BAD_INPUT = 2;

  /** An error of this program. */
  public static final int DEFECT = 3;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = output.writer();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Optional<String[]> typed = Arguments.asTyped(arguments);
    int code = BAD_INPUT;
    if (typed.isPresent()) {
      code = run(out, err, typed.get());
    } else {
      err.println("cot: this locale has not all letters of the arguments; set LC_ALL=C.UTF-8");
    }
    out.flush();
    if (output.failure().isPresent()) {
      err.println("cot: not all output was written: " + output.failure().get().getMessage());
      code = code == DONE ? BAD_INPUT : code;
    }
    System.exit(code);
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return Help.fitted(new CommandLine(new Cot()))
          .setOut(out)
          .setErr(err)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setOverwrittenOptionsAllowed(false)
          .setParameterExceptionHandler(Cot::complain)
          .setExecutionExceptionHandler(
              (failure, command, parsed) -> Failures.explain(failure, err))
          .execute(arguments);
    } catch (Error e) { // which picocli lets pass
      return Failures.explain(e, err);
    }
  }

  private static int complain(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    problem
        .getMessage()
        .lines()
        .forEach(line -> command.getErr().println("cot: " + Failures.printable(line)));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr())) {
      command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return BAD_INPUT;
  }
}
