package org.cotsim.languages.read.graph;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.Formats;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * Reads a graph from a file; the extension names the format.
 *
 * <ul>
 *   <li>edge list: {@code .csv} and {@code .tsv} with commas, semicolons or tabs, {@code .edges},
 *       {@code .edgelist} and {@code .txt} with spaces too; undirected unless asked otherwise
 *   <li>Matrix Market: {@code .mtx}, and any edge list that begins like it
 *   <li>DIMACS and PACE: {@code .dimacs}, {@code .col}, {@code .gr}; {@code e} lines are edges,
 *       {@code a} lines arcs
 *   <li>METIS: {@code .graph}, {@code .metis}
 *   <li>DOT: {@code .dot}, {@code .gv}
 *   <li>GML: {@code .gml}
 *   <li>GraphML: {@code .graphml}
 *   <li>graph6, digraph6 and sparse6: {@code .g6}, {@code .d6}, {@code .s6}
 * </ul>
 *
 * <p>Files are UTF-8, at most {@link #MAX_BYTES} long, with at most {@link #MAX_VERTICES} vertices.
 */
public final class GraphFiles {

  /** The largest file that is read: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  /** The most vertices that a file may declare. */
  public static final int MAX_VERTICES = 1_000_000;

  private static final Formats<Format> FORMATS =
      new Formats<>(
          "graph",
          Map.ofEntries(
              Map.entry("csv", EdgeListReader::csv),
              Map.entry("tsv", EdgeListReader::csv),
              Map.entry("mtx", MatrixMarketReader::read),
              Map.entry("graph", MetisReader::read),
              Map.entry("metis", MetisReader::read),
              Map.entry("gml", GmlReader::read),
              Map.entry("d6", Graph6Reader::read),
              Map.entry("edgelist", EdgeListReader::text),
              Map.entry("edges", EdgeListReader::text),
              Map.entry("txt", EdgeListReader::text),
              Map.entry("dimacs", DimacsReader::read),
              Map.entry("col", DimacsReader::read),
              Map.entry("gr", DimacsReader::read),
              Map.entry("dot", GraphDotReader::read),
              Map.entry("gv", GraphDotReader::read),
              Map.entry("graphml", GraphMlReader::read),
              Map.entry("g6", Graph6Reader::read),
              Map.entry("s6", Graph6Reader::read)));

  private GraphFiles() {}

  /** Reads a graph, directed if the format says so. */
  public static GraphFile read(Path path) throws InputException {
    return read(path, Optional.empty());
  }

  /**
   * Reads a graph that has to be directed, or undirected.
   *
   * @throws InputException also if the format says otherwise
   */
  public static GraphFile read(Path path, boolean directed) throws InputException {
    return read(path, Optional.of(directed));
  }

  private static GraphFile read(Path path, Optional<Boolean> directed) throws InputException {
    Format format = FORMATS.of(path);
    GraphFile file = format.read(TextFile.read(path, MAX_BYTES), directed);
    for (String name : file.names()) {
      Characters.requireVisible(file.source(), "vertex", name);
    }
    return file;
  }

  /** Refuses a number of vertices that no graph here may have. */
  static void requireVertices(Field number) throws MalformedLine {
    int n = GraphFields.number(number);
    if (n == 0 || n > MAX_VERTICES) {
      throw new MalformedLine(
          number.column(), n + " vertices are not read; from 1 to " + MAX_VERTICES + " are");
    }
  }

  /** The direction of a graph whose file says it, where it does not contradict what was asked. */
  static boolean agreed(String source, Optional<Boolean> asked, boolean said)
      throws InputException {
    if (asked.isPresent() && asked.get() != said) {
      throw InputException.in(
          source,
          said
              ? "the file says that the graph is directed, but an undirected one was asked for"
              : "the file says that the graph is undirected, but a directed one was asked for");
    }
    return said;
  }

  private interface Format {
    GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException;
  }
}
