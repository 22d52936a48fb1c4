package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;
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
        asked.put(option.names()[0], Objects.toString(option.getValue(), SweepHeader.NONE));
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
    return new Entry(option, file + " " + digest(file));
  }

  private static String digestOfFile(String problem) throws IOException {
    String file = problem.substring(problem.indexOf(':') + 1); // behind a prefix, if there is one
    boolean none = file.indexOf('\0') >= 0 || !Files.isRegularFile(Path.of(file));
    return none ? "" : " " + digest(Path.of(file));
  }

  /** Read piece by piece: weights may be larger than an array. */
  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return inDigits(digest.digest());
  }

  static String digest(String text) {
    return inDigits(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String inDigits(byte[] digest) {
    return new BigInteger(1, digest).toString(16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
