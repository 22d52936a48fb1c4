package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was given, but for the folder, which changes nothing in the files. */
final class CommandText {

  private CommandText() {}

  static String of(CommandSpec spec) {
    List<String> words = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
    int folder = words.indexOf("--out");
    if (folder >= 0) {
      words.set(folder + 1, "DIR");
    }
    words.replaceAll(word -> word.startsWith("--out=") ? "--out=DIR" : word);
    return "cot " + String.join(" ", words);
  }
}
