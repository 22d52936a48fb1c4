package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.execute.BackendException;
import org.cotsim.simulator.execute.NotFiniteException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
      ManifoldCommand.class,
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
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    System.exit(code);
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Cot())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(false)
        .setParameterExceptionHandler(Cot::complain)
        .setExecutionExceptionHandler(Cot::explainFailure)
        .execute(arguments);
  }

  private static int complain(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    command.getErr().println("cot: " + problem.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr())) {
      command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return BAD_INPUT;
  }

  private static int explainFailure(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof InputException
        || failure instanceof ExperimentException
        || failure instanceof FormulaException
        || failure instanceof IOException
        || failure instanceof NotFiniteException
        || failure instanceof BackendException) {
      failure.getMessage().lines().forEach(line -> command.getErr().println("cot: " + line));
      return BAD_INPUT;
    }
    command.getErr().println("cot: an error of this program, please report it:");
    failure.printStackTrace(command.getErr());
    return DEFECT;
  }
}
