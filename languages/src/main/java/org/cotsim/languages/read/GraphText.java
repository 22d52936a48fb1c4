package org.cotsim.languages.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of a file, or one sentence why there is none. */
final class GraphText {

  private GraphText() {}

  /** The whole file as strict UTF-8, without a byte order mark; not blank. */
  static String read(Path path, int maxBytes) throws InputException {
    String source = path.toString();
    checkReadable(path);
    try {
      long size = Files.size(path);
      if (size > maxBytes) {
        throw InputException.in(
            source, "the file has " + size + " bytes; at most " + maxBytes + " are read");
      }
      String text = decode(source, 1, Files.readAllBytes(path));
      if (text.isBlank()) {
        throw InputException.in(source, "the file is empty");
      }
      return text;
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be read: " + e.getMessage());
    }
  }

  /** Refuses what is missing, a directory, or not readable. */
  static void checkReadable(Path path) throws InputException {
    String source = path.toString();
    if (!Files.exists(path)) {
      throw InputException.in(source, "there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw InputException.in(source, "this is a directory; a file is expected");
    }
    if (!Files.isReadable(path)) {
      throw InputException.in(source, "the file may not be read");
    }
  }

  /** Strict UTF-8, the bytes starting at this line of the source. */
  static String decode(String source, int firstLine, byte[] bytes) throws InputException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int lineStart = text.lastIndexOf('\n') + 1;
      int line = firstLine + (int) text.chars().filter(c -> c == '\n').count();
      throw InputException.at(
          source,
          line,
          text.length() - lineStart + 1,
          "the byte 0x%02X is not UTF-8".formatted(in.get(in.position())));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The lines of a text, ended by LF, CRLF or CR. */
  static List<String> lines(String text) {
    return text.lines().toList();
  }
}
