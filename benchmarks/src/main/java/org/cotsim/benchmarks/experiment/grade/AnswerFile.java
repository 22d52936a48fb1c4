package org.cotsim.benchmarks.experiment.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;

/** A file of completions, read one at a time, in whatever form it is. */
public interface AnswerFile extends AutoCloseable {

  /**
   * The next completion; empty at the end.
   *
   * @throws InputException if what comes next cannot be read, with its place
   */
  Optional<Completion> next() throws InputException;

  /** What was read, in a few words. */
  String form();

  /** What was passed over because it says nothing new, and how often. */
  default Map<String, Long> passedOver() {
    return Map.of();
  }

  @Override
  void close() throws InputException;

  /**
   * Opens a file; its form is seen from its first bytes.
   *
   * @throws InputException if it cannot be read
   */
  static AnswerFile open(Path path) throws InputException {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw InputException.in(
          path.toString(), "answers are read more than once, so not from a pipe or a device");
    }
    LineFile.open(path).close();
    byte[] head = head(path);
    String text = new String(head, StandardCharsets.UTF_8).stripLeading();
    if (text.startsWith("PK")) {
      return InspectArchive.open(path);
    }
    return isInspect(text) ? InspectLog.open(path) : JsonLines.open(path);
  }

  /** A log of Inspect is one object, whose first keys are these. */
  private static boolean isInspect(String head) {
    return head.matches("(?s)\\{\\s*\"version\"\\s*:\\s*\\d+\\s*,\\s*\"status\"\\s*:.*")
        || head.matches("(?s)\\{\\s*\"(status|eval)\"\\s*:.*");
  }

  private static byte[] head(Path path) throws InputException {
    byte[] head = new byte[4096];
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.copyOf(head, Math.max(0, in.readNBytes(head, 0, head.length)));
    } catch (IOException e) {
      throw InputException.in(path.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
