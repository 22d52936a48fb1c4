package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a command takes of the options that it shares with others, where that is not all. */
final class Help {

  private Help() {}

  /** Makes the help of each command that is there say what that command takes. */
  static CommandLine fitted(CommandLine cot) {
    takes(
        cot,
        "run",
        "A name from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, graph:FILE, model:FILE, or a"
            + " file (see 'cot --help').");
    takes(cot, "throughput", "A name from 'cot list', regex:EXPR, or a file.");
    takes(cot, "temperature", "A regular language: a name from 'cot list', regex:EXPR, or a file.");
    leavesOut(cot, "temperature", List.of("--attention", "--rightmost", "--steps-at-most"));
    leavesOut(cot, "explain", List.of("--steps-at-most"));
    return cot;
  }

  private static Optional<CommandSpec> spec(CommandLine cot, String command) {
    return Optional.ofNullable(cot.getSubcommands().get(command)).map(CommandLine::getCommandSpec);
  }

  private static void takes(CommandLine cot, String command, String problem) {
    spec(cot, command)
        .ifPresent(
            spec -> {
              PositionalParamSpec before = spec.positionalParameters().get(0);
              spec.remove(before);
              spec.add(PositionalParamSpec.builder(before).description(problem).build());
            });
  }

  private static void leavesOut(CommandLine cot, String command, List<String> options) {
    spec(cot, command)
        .ifPresent(spec -> options.forEach(option -> spec.remove(spec.findOption(option))));
  }
}
