package org.cotsim.languages.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole UTF-8 files of a bounded size and says in one sentence why one cannot be read. */
final class TuringText {

  private TuringText() {}

  /**
   * The file's text without a byte order mark.
   *
   * @param most the largest size in bytes
   * @throws InputException when it is missing, a directory, unreadable, empty, too large or no
   *     UTF-8
   */
  static String read(Path path, long most) throws InputException {
    check(path);
    try {
      long size = Files.size(path);
      if (size > most) {
        throw InputException.in(
            path.toString(),
            "the file has %d bytes, more than the limit of %d".formatted(size, most));
      }
      String text = decode(path.toString(), Files.readAllBytes(path));
      if (text.isBlank()) {
        throw InputException.in(path.toString(), "the file is empty");
      }
      return text;
    } catch (IOException e) {
      throw InputException.in(path.toString(), "the file cannot be read: " + e.getMessage());
    }
  }

  /** Refuses what is not a readable file. */
  static void check(Path path) throws InputException {
    if (Files.isDirectory(path)) {
      throw InputException.in(path.toString(), "this is a directory, not a file");
    }
    if (!Files.exists(path)) {
      throw InputException.in(path.toString(), "there is no such file");
    }
    if (!Files.isReadable(path)) {
      throw InputException.in(path.toString(), "the file may not be read");
    }
  }

  private static String decode(String source, byte[] bytes) throws InputException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    boolean wrong = decoder.decode(input, output, true).isError();
    String text = output.flip().toString();
    if (wrong) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      throw InputException.at(source, line, column, "the file is not UTF-8 text");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
