package org.cotsim.languages.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file read line by line, of any length; a line feed ends a line, with or without a carriage
 * return before it.
 *
 * <p>Cost: memory for one line, which may have {@link #MAX_LINE_BYTES}.
 */
public final class LineFile implements AutoCloseable {

  /** The longest line that is read: 16 MiB. */
  public static final int MAX_LINE_BYTES = 16 << 20;

  private final String source;
  private final InputStream in;
  private int line;

  private LineFile(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  /** Opens a file; nothing is read yet. */
  public static LineFile open(Path path) throws InputException {
    GraphText.checkReadable(path);
    String source = path.toString();
    try {
      return new LineFile(source, new BufferedInputStream(Files.newInputStream(path)));
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be read: " + e.getMessage());
    }
  }

  /** The file as the person named it. */
  public String source() {
    return source;
  }

  /** The number of the line read last, from 1. */
  public int line() {
    return line;
  }

  /**
   * The next line without its end, or empty at the end of the file.
   *
   * @throws InputException if the line is too long or not UTF-8; the next call goes on after it
   */
  public Optional<String> next() throws InputException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      line++;
      for (; next >= 0 && next != '\n'; next = in.read()) {
        bytes.write(next);
        if (bytes.size() > MAX_LINE_BYTES) {
          throw InputException.at(
              source, line, 1, "a line has at most " + MAX_LINE_BYTES + " bytes");
        }
      }
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be read: " + e.getMessage());
    }
    String text = GraphText.decode(source, line, bytes.toByteArray());
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
