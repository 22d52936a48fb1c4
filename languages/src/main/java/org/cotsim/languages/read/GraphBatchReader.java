package org.cotsim.languages.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.graph.ConnectivityInstance;

/**
 * Reads a batch of small graphs, one JSON object per line ({@code .jsonl}), one line at a time.
 *
 * <p>Keys: {@code edges} (an array of pairs of names, a name being a string or an integer), {@code
 * source}, {@code target}, and if wanted {@code directed} (default false) and {@code label} (the
 * truth: true, false, 1 or 0). Vertices are numbered by first appearance among the edges; s and t
 * may be vertices without edges. Blank lines are passed over.
 *
 * <p>Cost: memory for one line, which may have {@link #MAX_LINE_BYTES}; the file has no limit.
 */
public final class GraphBatchReader implements AutoCloseable {

  /** The longest line that is read: 16 MiB. */
  public static final int MAX_LINE_BYTES = 16 << 20;

  /**
   * One line of a batch.
   *
   * @param instance labelled with file and line
   * @param truth what the line claims about reachability
   */
  public record LabelledInstance(ConnectivityInstance instance, Optional<Boolean> truth) {}

  private final String source;
  private final InputStream in;
  private int line;
  private boolean any;

  private GraphBatchReader(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  /** Opens a batch; nothing is read yet. */
  public static GraphBatchReader open(Path path) throws InputException {
    GraphText.checkReadable(path);
    String source = path.toString();
    try {
      return new GraphBatchReader(source, new BufferedInputStream(Files.newInputStream(path)));
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be read: " + e.getMessage());
    }
  }

  /**
   * The next instance, or empty at the end of the file.
   *
   * @throws InputException if the next line is not such an object, or if the file ends without any
   *     object; after a bad line the next call goes on with the line after it
   */
  public Optional<LabelledInstance> next() throws InputException {
    Optional<byte[]> bytes = nextLine();
    while (bytes.isPresent()) {
      String text = GraphText.decode(source, line, bytes.get());
      if (!text.isBlank()) {
        any = true;
        return Optional.of(new GraphJson(source, line, text).read());
      }
      bytes = nextLine();
    }
    if (!any) {
      throw InputException.in(source, "the file is empty");
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<byte[]> nextLine() throws InputException {
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
      return Optional.of(bytes.toByteArray());
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be read: " + e.getMessage());
    }
  }
}
