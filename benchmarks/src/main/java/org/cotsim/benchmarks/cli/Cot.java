package org.cotsim.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit codes: 0 done, 1 a check failed, 2 usage or input error, 3 a defect. */
@Command(
    name = "cot",
    description = {
      "Builds transformers by hand and shows, by running them, what a chain of thought buys.",
      ""
    },
    footer = {
      "",
      "PROBLEM is a name from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, graph:FILE, or a"
          + " file: .att, .dot, .jff, .crasp and others.",
      "",
      "formula:TEXT and FILE.crasp are past temporal logic with counting, true of a word if true at"
          + " its last letter: letters (quoted where they read as numbers or operators), ! & | ->"
          + " <->, Y (yesterday), WY (weak), O (once), H (historically), S (since), sums of integers"
          + " and #(f), the number of letters so far at which f holds, compared by < <= = != >= > or"
          + " as SUM %% M = R. A .crasp file defines NAME := ... line by line; the last one is the"
          + " answer.",
      "Its decoders need no chain. Without # this is first-order logic of order (star-free); with it"
          + " the past part of TL[#], that is C-RASP, and remainders. It is not all of FO(M),"
          + " first-order logic with majority: transformers are known to stay inside FO(M), but a"
          + " formula of several variables is not known to have one.",
      "ltlf:TEXT is LTLf (X strong next, WX weak, F G U R W M, last), true if true at the first"
          + " letter; its automaton is decided with n + 1 steps.",
      "The empty word is decided where no letter holds: Y O S X F U are false there, H WY WX G R"
          + " true, counts 0.",
      "",
      "Exit status: 0 done, 1 a check failed, 2 usage or input error."
    },
    mixinStandardHelpOptions = true,
    version = "cotsim " + Cot.VERSION)
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
    end(Cot::run, arguments);
  }

  /** A command that returns its exit code. */
  interface Program {
    int run(PrintWriter out, PrintWriter err, String... arguments);
  }

  /** Runs a command on the streams of this process and ends it. */
  static void end(Program program, String... arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = output.writer();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Optional<String[]> typed = Arguments.asTyped(arguments);
    int code = BAD_INPUT;
    if (typed.isPresent()) {
      code = program.run(out, err, typed.get());
    } else {
      err.println("cot: this locale has not all letters of the arguments; set LC_ALL=C.UTF-8");
    }
    out.flush();
    if (output.failure().isPresent() && !output.isReaderGone()) {
      err.println("cot: not all output was written: " + output.failure().get().getMessage());
      code = code == DONE ? BAD_INPUT : code;
    }
    System.exit(code);
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(commandLine(arguments), out, err, arguments);
  }

  /** Runs one of the commands of a command line and returns its exit code. */
  static int execute(CommandLine cot, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return cot.setOut(out)
          .setErr(err)
          .setParameterExceptionHandler(Cot::complain)
          .setExecutionStrategy(Cot::runOnce)
          .setExecutionExceptionHandler(
              (failure, command, parsed) -> Failures.explain(failure, err))
          .execute(arguments);
    } catch (Error e) { // which picocli lets pass
      return Failures.explain(e, err);
    }
  }

  /** All commands that arguments can need, each with the help that fits it. */
  static CommandLine commandLine(String... arguments) {
    return strict(Help.fitted(Commands.add(new CommandLine(new Cot()), arguments)));
  }

  /** A command that takes values of enums in any case and no option twice. */
  static CommandLine strict(CommandLine command) {
    return command.setCaseInsensitiveEnumValuesAllowed(true).setOverwrittenOptionsAllowed(false);
  }

  /** Refuses lists that name something twice, which would be measured twice. */
  private static int runOnce(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    for (ArgSpec argument : last.matchedArgs()) {
      if (argument.getValue() instanceof List<?> values
          && new HashSet<>(values).size() < values.size()) {
        String sentence = named(argument) + ": something is listed twice in " + values;
        last.commandSpec().commandLine().getErr().println("cot: " + Failures.printable(sentence));
        return BAD_INPUT;
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static String named(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static int complain(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    Optional<Misspelt> misspelt =
        problem instanceof UnmatchedArgumentException unmatched
            ? Optional.of(new Misspelt(unmatched))
            : Optional.empty();
    misspelt
        .map(Misspelt::sentence)
        .orElse(problem.getMessage())
        .lines()
        .forEach(line -> command.getErr().println("cot: " + Failures.printable(line)));
    List<String> near = misspelt.map(Misspelt::suggestions).orElse(List.of());
    if (!near.isEmpty()) {
      command.getErr().println("Did you mean " + String.join(" or ", near) + "?");
    }
    command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return BAD_INPUT;
  }
}
