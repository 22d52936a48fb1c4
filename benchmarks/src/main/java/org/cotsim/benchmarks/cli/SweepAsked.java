package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What decides the rows of a sweep: its options with their values, its problems, the version. */
final class SweepAsked {

  private static final Set<String> OF_NO_ROW =
      Set.of(
          "--help",
          "--version",
          "--out",
          "--resume",
          "--overwrite",
          "--html",
          "--png",
          "--latex",
          "--format");

  private SweepAsked() {}

  /** The value of each by its name; of files, what is in them too. */
  static Map<String, String> of(CommandSpec spec, List<String> problems) throws IOException {
    Map<String, String> asked = new TreeMap<>();
    for (OptionSpec option : spec.options()) {
      if (!OF_NO_ROW.contains(option.longestName())) {
        asked.put(option.longestName(), Objects.toString(option.getValue()));
      }
    }
    List<String> named = new ArrayList<>();
    for (String problem : problems) {
      named.add(problem + digest(problem));
    }
    asked.put("PROBLEM", named.toString());
    asked.put("version", Cot.VERSION);
    return asked;
  }

  private static String digest(String problem) throws IOException {
    String file = problem.substring(problem.indexOf(':') + 1); // behind a prefix, if there is one
    if (file.indexOf('\0') >= 0 || !Files.isRegularFile(Path.of(file))) {
      return "";
    }
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(file)));
      return " " + new BigInteger(1, sum).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
