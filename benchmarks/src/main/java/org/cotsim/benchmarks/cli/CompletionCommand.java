package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands, options, and the names of problems. */
@Command(
    name = "completion",
    description = {
      "Prints a script that makes a shell complete commands, options and the names of problems.",
      "In this shell: source <(cot completion). For good, in bash:",
      "  cot completion > ~/.local/share/bash-completion/completions/cot",
      "and in zsh a line in ~/.zshrc, after compinit: source <(cot completion zsh)"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {

  /** Would keep the shell from completing the names of files, which PROBLEM may be too. */
  private static final String NO_FILES = "type compopt &>/dev/null && compopt +o default";

  /** The shells that understand the script, which is the same for both. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "bash|zsh", description = "The shell (default: bash).")
  private Shell shell = Shell.BASH;

  @Override
  public void run() {
    CommandLine cot = Cot.commandLine();
    cot.getSubcommands().values().forEach(CompletionCommand::offer);
    PrintWriter out = spec.commandLine().getOut();
    out.println("# cot completion " + shell.name().toLowerCase(Locale.ROOT));
    out.print(AutoComplete.bash(spec.parent().name(), cot).replace(NO_FILES, ""));
    out.flush();
  }

  /** Tells the arguments of a command what may stand there. */
  private static void offer(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      values(option)
          .ifPresent(
              values -> {
                spec.remove(option);
                spec.add(OptionSpec.builder(option).completionCandidates(values).build());
              });
    }
    for (PositionalParamSpec argument : List.copyOf(spec.positionalParameters())) {
      values(argument)
          .ifPresent(
              values -> {
                spec.remove(argument);
                spec.add(
                    PositionalParamSpec.builder(argument).completionCandidates(values).build());
              });
    }
  }

  private static Optional<List<String>> values(ArgSpec argument) {
    Class<?> type =
        argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      return Optional.of(
          Arrays.stream(type.getEnumConstants())
              .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
              .toList());
    }
    if (argument.isPositional() && argument.paramLabel().contains("PROBLEM")) {
      return Optional.of(problems());
    }
    boolean executor =
        argument instanceof OptionSpec option && option.longestName().equals("--executor");
    return executor ? Optional.of(Executors.names()) : Optional.empty();
  }

  /** All names of problems; those of files are left to the shell. */
  private static List<String> problems() {
    return Stream.concat(
            Catalogue.entries().stream().map(Entry::name),
            Problems.kinds().stream().flatMap(kind -> kind.names().stream()))
        .filter(name -> name.matches("[A-Za-z0-9._-]+"))
        .distinct()
        .toList();
  }
}
