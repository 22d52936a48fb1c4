package org.cotsim.benchmarks.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.EditDistance;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** An option or a command that there is none of, and those that may be meant. */
final class Misspelt {

  private static final int MOST = 3; // named

  private final List<String> unmatched;
  private final CommandLine command;

  Misspelt(UnmatchedArgumentException problem) {
    this.unmatched = problem.getUnmatched();
    this.command = problem.getCommandLine();
  }

  /** The sentence; of what follows an unknown option nobody knows whose it is. */
  String sentence() {
    String first = unmatched.get(0);
    if (!isOption(first)) {
      return "found '%s', expected %s"
          .formatted(
              first, command.getSubcommands().isEmpty() ? "nothing more" : "a command first");
    }
    List<String> options =
        unmatched.stream().filter(Misspelt::isOption).map(one -> "'" + one + "'").toList();
    return (options.size() > 1 ? "unknown options: " : "unknown option: ")
        + String.join(", ", options);
  }

  /** The names that are near; at most a third of the letters are others. */
  List<String> suggestions() {
    String first = unmatched.get(0);
    String asked = first.split("=", 2)[0];
    Stream<String> names =
        isOption(first)
            ? command.getCommandSpec().optionsMap().keySet().stream().filter(n -> n.length() > 2)
            : command.getSubcommands().keySet().stream();
    return names
        .filter(name -> distance(asked, name) <= Math.max(1, asked.length() / 3))
        .sorted(Comparator.comparingInt(name -> distance(asked, name)))
        .limit(MOST)
        .toList();
  }

  private static int distance(String asked, String name) {
    boolean begins = name.startsWith(asked) && asked.length() > 3;
    return begins ? 1 : EditDistance.between(asked, name);
  }

  private static boolean isOption(String text) {
    return text.startsWith("-") && text.length() > 1;
  }
}
