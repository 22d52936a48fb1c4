package org.cotsim.languages.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of text, read whole after its size has been looked at.
 *
 * @param source the file as the person named it
 * @param text its characters without a byte order mark
 */
record TextFile(String source, String text) {

  private static final int QUOTED = 30;

  /**
   * Reads a file.
   *
   * @param limit most bytes
   * @throws InputException if it is missing, not a file, unreadable, too large, empty or not UTF-8
   */
  static TextFile read(Path file, int limit) throws InputException {
    String source = file.toString();
    if (!Files.exists(file)) {
      throw InputException.in(source, "no such file");
    }
    if (Files.isDirectory(file)) {
      throw InputException.in(source, "this is a folder, not a file");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw InputException.in(source, "this file cannot be read");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) <= limit) {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length <= limit) {
          return of(source, decode(source, bytes));
        }
      }
      throw InputException.in(
          source, "files of this kind are read up to %d MiB".formatted(limit >> 20));
    } catch (IOException e) {
      throw InputException.in(source, "this file cannot be read: " + e.getMessage());
    }
  }

  private static TextFile of(String source, String text) throws InputException {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (plain.isBlank()) {
      throw InputException.in(source, "the file is empty");
    }
    return new TextFile(source, plain);
  }

  private static String decode(String source, byte[] bytes) throws InputException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = (int) text.lines().count() + (text.isEmpty() || text.endsWith("\n") ? 1 : 0);
      int column = text.length() - text.lastIndexOf('\n');
      String problem = "byte 0x%02X is not UTF-8".formatted(bytes[in.position()]);
      throw InputException.at(source, line, column, problem);
    }
    return text;
  }

  /** A problem at an offset into the text. */
  InputException error(int offset, String message) {
    String before = text.substring(0, offset);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return InputException.at(source, line, offset - before.lastIndexOf('\n'), message);
  }

  /** The text at a line and column counted from 1, up to the next blank, in quotes. */
  String quote(int line, int column) {
    String rest =
        text.lines()
            .skip(line - 1L)
            .findFirst()
            .map(found -> found.substring(Math.min(Math.max(column - 1, 0), found.length())))
            .orElse("");
    String word = rest.strip().split("\\s", 2)[0];
    return word.isEmpty()
        ? "the end of the line or file"
        : "'" + word.substring(0, Math.min(word.length(), QUOTED)) + "'";
  }
}
