package org.cotsim.languages.read.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;

/**
 * Reads a batch of small graphs, one JSON object per line ({@code .jsonl}), one line at a time.
 *
 * <p>Keys: {@code edges} (an array of pairs of names, a name being a string or an integer), {@code
 * source}, {@code target}, and if wanted {@code directed} (default false) and {@code label} (the
 * truth: true, false, 1 or 0). Vertices are numbered by first appearance among the edges; s and t
 * may be vertices without edges. Blank lines are passed over.
 *
 * <p>Cost: memory for one line, which may have {@link LineFile#MAX_LINE_BYTES}; the file has no
 * limit.
 */
public final class GraphBatchReader implements AutoCloseable {

  /**
   * One line of a batch.
   *
   * @param instance labelled with file and line
   * @param truth what the line claims about reachability
   */
  public record LabelledInstance(ConnectivityInstance instance, Optional<Boolean> truth) {}

  private final LineFile lines;
  private boolean any;

  private GraphBatchReader(LineFile lines) {
    this.lines = lines;
  }

  /**
   * Reads one line that stands alone.
   *
   * @param source how the person named it
   */
  public static LabelledInstance read(String source, String line) throws InputException {
    return new GraphJson(source, 1, line).read();
  }

  /** Opens a batch; nothing is read yet. */
  public static GraphBatchReader open(Path path) throws InputException {
    return new GraphBatchReader(LineFile.open(path));
  }

  /**
   * The next instance, or empty at the end of the file.
   *
   * @throws InputException if the next line is not such an object, or if the file ends without any
   *     object; after a bad line the next call goes on with the line after it
   */
  public Optional<LabelledInstance> next() throws InputException {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        any = true;
        return Optional.of(new GraphJson(lines.source(), lines.line(), line.get()).read());
      }
    }
    if (!any) {
      throw InputException.in(lines.source(), "the file is empty");
    }
    return Optional.empty();
  }

  @Override
  public void close() throws InputException {
    lines.close();
  }
}
