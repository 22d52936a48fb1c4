package org.cotsim.languages.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/**
 * A text file read line by line, of any length; a line ends with LF, CRLF or CR.
 *
 * <p>Cost: memory for one line, which may have {@link #MAX_LINE_BYTES}.
 */
public final class LineFile implements AutoCloseable {

  /** The longest line that is read: 16 MiB. */
  public static final int MAX_LINE_BYTES = 16 << 20;

  private static final String STANDARD_INPUT = "-";

  private final String source;
  private final InputStream in;
  private final int limit;
  private int line;

  private LineFile(String source, InputStream in, int limit) {
    this.source = source;
    this.in = in;
    this.limit = limit;
  }

  /**
   * Opens a file, or the standard input if it is called {@code -}; nothing is read yet.
   *
   * @throws InputException if it is missing, a folder or unreadable
   */
  public static LineFile open(Path path) throws InputException {
    return open(path, MAX_LINE_BYTES);
  }

  /** Opens a file whose lines have at most so many bytes. */
  public static LineFile open(Path path, int limit) throws InputException {
    if (path.toString().equals(STANDARD_INPUT)) {
      return new LineFile("the standard input", new BufferedInputStream(System.in), limit);
    }
    TextFile.checkReadable(path);
    String source = path.toString();
    try {
      return new LineFile(source, new BufferedInputStream(Files.newInputStream(path)), limit);
    } catch (IOException e) {
      throw TextFile.unreadable(source, e);
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
    Optional<byte[]> bytes = nextBytes();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Utf8 decoded = Utf8.decode(bytes.get());
    if (line == 1) {
      decoded = decoded.withoutMark();
    }
    String text = decoded.text();
    if (decoded.problem().isPresent()) {
      throw InputException.at(source, line, text.length() + 1, decoded.problem().get());
    }
    return Optional.of(text);
  }

  private Optional<byte[]> nextBytes() throws InputException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      line++;
      for (; next >= 0 && next != '\n' && next != '\r'; next = in.read()) {
        tooLong |= bytes.size() == limit;
        if (!tooLong) {
          bytes.write(next);
        }
      }
      if (next == '\r') {
        in.mark(1);
        if (in.read() != '\n') {
          in.reset();
        }
      }
    } catch (IOException e) {
      throw TextFile.unreadable(source, e);
    }
    if (tooLong) {
      throw InputException.at(source, line, 0, "this line is longer than " + limit + " bytes");
    }
    return Optional.of(bytes.toByteArray());
  }

  @Override
  public void close() throws InputException {
    try {
      in.close();
    } catch (IOException e) {
      throw InputException.in(source, "this file cannot be closed: " + e.getMessage());
    }
  }
}
