package org.cotsim.languages.read.graph;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graph6.Graph6Sparse6EventDrivenImporter;

/**
 * One graph in graph6 or sparse6, parsed by jgrapht-io; vertices are named 0, 1, 2 and so on.
 *
 * <p>Source: B. McKay, "Description of graph6, sparse6 and digraph6 encodings". The length and the
 * characters are checked here, as jgrapht-io gives no positions and ignores what follows a graph.
 */
final class Graph6Reader {

  private static final List<String> HEADERS = List.of(">>graph6<<", ">>sparse6<<");
  private static final int LOWEST = 63;
  private static final int HIGHEST = 126;

  private Graph6Reader() {}

  static EdgeList read(TextFile file, Optional<Boolean> directed) throws InputException {
    String source = file.source();
    List<String> lines = file.text().lines().toList();
    String line = lines.get(0).stripTrailing();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        throw InputException.at(source, i + 1, 1, "only one graph, in the first line, is read");
      }
    }
    int headerLength =
        HEADERS.stream().filter(line::startsWith).mapToInt(String::length).findFirst().orElse(0);
    check(source, line, headerLength);
    GraphFiles.agreed(source, directed, false);
    EdgeList.Builder graph = new EdgeList.Builder();
    Graph6Sparse6EventDrivenImporter importer = new Graph6Sparse6EventDrivenImporter();
    importer.addVertexConsumer(vertex -> graph.vertex(vertex.toString()));
    importer.addEdgeConsumer(
        edge -> graph.edge(edge.getFirst().toString(), edge.getSecond().toString()));
    try {
      importer.importInput(new StringReader(padded(line, headerLength)));
    } catch (ImportException e) {
      throw InputException.at(source, 1, 1, "jgrapht-io does not read this: " + e.getMessage());
    }
    return graph.build(false);
  }

  /** jgrapht-io 1.5.3 wants a character after a long count, even where there are no edges. */
  private static String padded(String line, int headerLength) {
    boolean edgeless =
        line.startsWith(":~", headerLength) && line.length() == headerLength + ":~nnn".length();
    return edgeless ? line + "~" : line;
  }

  private static void check(String source, String line, int headerLength) throws InputException {
    boolean sparse = line.startsWith(":", headerLength);
    int start = headerLength + (sparse ? 1 : 0);
    if (line.startsWith("&", start)) {
      throw InputException.at(source, 1, start + 1, "this is digraph6, which is not read");
    }
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < LOWEST || c > HIGHEST) {
        throw InputException.at(
            source,
            1,
            i + 1,
            "'" + c + "' does not occur in graph6 or sparse6, which use the characters ? to ~");
      }
    }
    int countLength = line.startsWith("~", start) ? 4 : 1;
    if (line.length() < start + countLength || line.startsWith("~~", start)) {
      throw InputException.at(
          source, 1, start + 1, "there is no number of vertices from 1 to 258047 here");
    }
    checkLength(source, line, start, countLength, sparse);
  }

  private static void checkLength(
      String source, String line, int start, int countLength, boolean sparse)
      throws InputException {
    long n = 0;
    for (int i = countLength == 1 ? start : start + 1; i < start + countLength; i++) {
      n = n << 6 | (line.charAt(i) - LOWEST);
    }
    if (n == 0 || (countLength == 4 && n < LOWEST)) {
      throw InputException.at(
          source, 1, start + 1, "there is no number of vertices from 1 to 258047 here");
    }
    long expected = start + countLength + (n * (n - 1) / 2 + 5) / 6;
    if (!sparse && line.length() != expected) {
      throw InputException.at(
          source,
          1,
          line.length() + 1,
          "a graph6 line with %d vertices has %d characters, not %d"
              .formatted(n, expected, line.length()));
    }
  }
}
