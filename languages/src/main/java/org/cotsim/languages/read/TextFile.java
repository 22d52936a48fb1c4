package org.cotsim.languages.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotsim.languages.input.InputException;

/**
 * A file of text, read whole after its size has been looked at; {@link LineFile} is for the others.
 *
 * <p>A line ends with LF, CRLF or CR.
 *
 * @param source the file as the person named it
 * @param text its characters without a byte order mark
 */
public record TextFile(String source, String text) {

  /**
   * Reads a file.
   *
   * @param limit most bytes, whole MiB
   * @throws InputException if it is missing, not a file, unreadable, too large, empty or not UTF-8
   */
  public static TextFile read(Path path, int limit) throws InputException {
    String source = path.toString();
    checkReadable(path);
    if (!Files.isRegularFile(path)) {
      throw InputException.in(source, "this is a device or a pipe, not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      if (Files.size(path) <= limit) {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length <= limit) {
          return of(source, Utf8.decode(bytes).withoutMark());
        }
      }
      throw InputException.in(
          source, "files of this kind are read up to %d MiB".formatted(limit >> 20));
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static TextFile of(String source, Utf8 decoded) throws InputException {
    TextFile file = new TextFile(source, decoded.text());
    if (decoded.problem().isPresent()) {
      throw file.exactly(file.text.length(), decoded.problem().get());
    }
    if (file.text.isBlank()) {
      throw InputException.in(source, "the file is empty");
    }
    return file;
  }

  /**
   * Refuses what cannot be opened as a file.
   *
   * @throws InputException if it is missing, a folder or unreadable
   */
  static void checkReadable(Path path) throws InputException {
    String source = path.toString();
    if (!Files.exists(path)) {
      throw InputException.in(source, "there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw InputException.in(source, "this is a folder, not a file");
    }
    if (!Files.isReadable(path)) {
      throw InputException.in(source, "this file cannot be read");
    }
  }

  /** What is said of a file that stops being readable. */
  static InputException unreadable(String source, IOException e) {
    return InputException.in(source, "this file cannot be read: " + e.getMessage());
  }

  /** The lines without their ends, made one at a time while iterating. */
  public Iterable<String> lines() {
    return () -> text.lines().iterator();
  }

  /** Whether a line ends with the character at this offset. */
  boolean endsLine(int offset) {
    char c = text.charAt(offset);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", offset + 1));
  }

  /** A problem at an offset into the text; the end of the text is that of its last word. */
  public InputException error(int offset, String message) {
    return exactly(offset < text.length() ? offset : text.stripTrailing().length(), message);
  }

  private InputException exactly(int place, String message) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < place; i++) {
      if (endsLine(i)) {
        line++;
        start = i + 1;
      }
    }
    return InputException.at(source, line, place - start + 1, message);
  }

  /** A problem at a line and column counted from 1, or at the end of the text if that is before. */
  public InputException error(int line, int column, String message) {
    int start = 0;
    int found = 1;
    for (int i = 0; found < line && i < text.length(); i++) {
      if (endsLine(i)) {
        found++;
        start = i + 1;
      }
    }
    int offset = found < line ? text.length() : start + Math.max(column, 1) - 1;
    return error(Math.min(offset, text.length()), message);
  }
}
