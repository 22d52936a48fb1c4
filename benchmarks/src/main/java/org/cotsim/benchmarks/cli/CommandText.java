package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.report.ShellWords;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command as it was given, for a shell, but for the folder, which changes nothing in the files,
 * and for what was in it before.
 */
final class CommandText {

  private CommandText() {}

  static String of(CommandSpec spec) {
    List<String> words = new ArrayList<>(List.of("cot"));
    words.addAll(spec.commandLine().getParseResult().originalArgs());
    int folder = words.indexOf("--out");
    if (folder >= 0) {
      words.set(folder + 1, "DIR");
    }
    words.replaceAll(word -> word.startsWith("--out=") ? "--out=DIR" : word);
    words.removeIf(word -> word.equals("--resume") || word.equals("--overwrite"));
    return ShellWords.join(words);
  }
}
