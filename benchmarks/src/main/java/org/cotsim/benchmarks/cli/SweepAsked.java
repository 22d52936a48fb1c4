package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

  /** What is said where nothing was. */
  static final String NONE = "(none)";

  /** The name under which a shard says which one it is. */
  static final String SHARD = "--shard";

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
          "--jobs",
          "--format");

  /** A part of what was asked. */
  record Entry(String name, String value) {}

  private SweepAsked() {}

  /**
   * The value of each by its name; of files, what is in them too.
   *
   * @param known what is said of some of the options
   */
  static Map<String, String> of(CommandSpec spec, List<String> problems, List<Entry> known)
      throws IOException {
    Map<String, String> asked = new TreeMap<>();
    for (OptionSpec option : spec.options()) {
      if (!OF_NO_ROW.contains(option.longestName())) {
        asked.put(option.names()[0], Objects.toString(option.getValue(), NONE));
      }
    }
    known.forEach(entry -> asked.put(entry.name(), entry.value()));
    List<String> named = new ArrayList<>();
    for (String problem : problems) {
      named.add(problem + digestOfFile(problem));
    }
    asked.put("PROBLEM", named.toString());
    asked.put("version", Cot.VERSION);
    return asked;
  }

  /** A file that an option names, with what is in it. */
  static Entry file(String option, Path file) throws IOException {
    return new Entry(option, file + " " + digest(Files.readAllBytes(file)));
  }

  private static String digestOfFile(String problem) throws IOException {
    String file = problem.substring(problem.indexOf(':') + 1); // behind a prefix, if there is one
    if (file.indexOf('\0') >= 0 || !Files.isRegularFile(Path.of(file))) {
      return "";
    }
    return " " + digest(Files.readAllBytes(Path.of(file)));
  }

  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
