package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.report.ShellWords;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command as it was given, for a shell, but for the folder, which changes nothing in the files,
 * for what was in it before, and for how the work was divided.
 */
final class CommandText {

  private static final List<String> OF_PARTS = List.of("--jobs", "--shard");

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
    OF_PARTS.forEach(option -> remove(option, words));
    return ShellWords.join(words);
  }

  private static void remove(String option, List<String> words) {
    words.removeIf(word -> word.startsWith(option + "="));
    int at = words.indexOf(option);
    if (at >= 0) {
      words.subList(at, at + 2).clear();
    }
  }
}
