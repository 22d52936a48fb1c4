package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the help of a command says, as a manual page: roff with the macros of man(7). */
final class ManPage {

  private static final String EXIT_STATUS = "Exit status: ";

  private final CommandLine command;
  private final CommandSpec spec;
  private final StringBuilder roff = new StringBuilder();

  private ManPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
  }

  /** The page of a command. */
  static String of(CommandLine command) {
    return new ManPage(command).write();
  }

  /** The name of the page: those of the command and of those above it, with hyphens between. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  private String write() {
    List<String> description = lines(spec.usageMessage().description());
    macro("TH", name(command).toUpperCase(Locale.ROOT), "1", "", "cotsim " + Cot.VERSION, "cotsim");
    macro("SH", "NAME");
    text(name(command) + " - " + firstSentence(description.get(0)));
    macro("SH", "SYNOPSIS");
    text(synopsis());
    macro("SH", "DESCRIPTION");
    paragraphs(description);
    arguments();
    options();
    commands();
    List<String> footer = lines(spec.usageMessage().footer());
    if (!footer.isEmpty()) {
      macro("SH", spec.parent() == null ? "PROBLEMS" : "NOTES");
      paragraphs(footer.stream().filter(line -> !line.startsWith(EXIT_STATUS)).toList());
    }
    macro("SH", "EXIT STATUS");
    text(
        footer.stream()
            .filter(line -> line.startsWith(EXIT_STATUS))
            .map(line -> line.substring(EXIT_STATUS.length()))
            .findFirst()
            .orElse("0 done, 1 a check failed, 2 usage or input error."));
    if (spec.parent() != null) {
      macro("SH", "SEE ALSO");
      text("cot(1)");
    }
    return roff.toString();
  }

  private String synopsis() {
    CommandLine.Help help =
        new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return help.synopsis(0).replaceAll("\\s+", " ").strip();
  }

  private void arguments() {
    List<ArgSpec> arguments =
        spec.positionalParameters().stream()
            .filter(one -> !one.hidden())
            .map(ArgSpec.class::cast)
            .toList();
    if (!arguments.isEmpty()) {
      macro("SH", "ARGUMENTS");
      arguments.forEach(
          one -> item("\\fI" + escaped(one.paramLabel()) + "\\fR", lines(one.description())));
    }
  }

  private void options() {
    macro("SH", "OPTIONS");
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        String names =
            Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String value =
            option.arity().max() > 0 ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        item(names + value, lines(option.description()));
      }
    }
  }

  private void commands() {
    if (command.getSubcommands().isEmpty()) {
      return;
    }
    macro("SH", "COMMANDS");
    for (CommandLine one : command.getSubcommands().values()) {
      List<String> description = lines(one.getCommandSpec().usageMessage().description());
      item("\\fB" + escaped(one.getCommandName()) + "\\fR", description.subList(0, 1));
    }
  }

  /** Descriptions are formats, in which a percent sign stands twice. */
  private static List<String> lines(String[] formats) {
    List<String> lines = new ArrayList<>();
    for (String format : formats) {
      Ansi.OFF
          .string(String.format(format))
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(lines::add);
    }
    return lines;
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return (end < 0 ? text : text.substring(0, end)).replaceAll("\\.$", "");
  }

  private void macro(String name, String... arguments) {
    roff.append('.').append(name);
    for (String argument : arguments) {
      roff.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    roff.append('\n');
  }

  private void item(String tag, List<String> lines) {
    macro("TP");
    roff.append(tag).append('\n');
    lines.forEach(this::text);
  }

  private void paragraphs(List<String> lines) {
    for (String line : lines) {
      macro("PP");
      text(line);
    }
  }

  private void text(String line) {
    roff.append("\\&").append(escaped(line)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }
}
