package org.cotsim.languages.read.graph;

import java.util.List;
import java.util.Optional;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;

/**
 * One graph in graph6, digraph6 or sparse6; vertices are named 0, 1, 2 and so on.
 *
 * <p>Source: B. McKay, "Description of graph6, sparse6 and digraph6 encodings". A reader of its own
 * because jgrapht-io 1.5.3 fails without a sentence on a sparse6 of one vertex with padding and on
 * one of many vertices without edges, and ignores what follows a graph.
 */
final class Graph6Reader {

  private static final List<String> HEADERS = List.of(">>graph6<<", ">>sparse6<<", ">>digraph6<<");
  private static final int LOWEST = 63;
  private static final int HIGHEST = 126;
  private static final int BITS = 6;

  private final String source;
  private final int number;
  private final String line;
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private int start; // where the number of vertices begins
  private int data; // where the edges begin
  private int vertices;

  private Graph6Reader(String source, int number, String line) {
    this.source = source;
    this.number = number;
    this.line = line;
  }

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    List<String> graphs = file.text().lines().filter(line -> !line.isBlank()).toList();
    if (graphs.size() > 1) {
      throw InputException.in(
          file.source(),
          "one graph is read, but the file has %d, one a line; put one into a file of its own"
              .formatted(graphs.size()));
    }
    String graph = graphs.get(0);
    int number = file.text().lines().toList().indexOf(graph) + 1;
    Graph6Reader reader = new Graph6Reader(file.source(), number, graph.stripTrailing());
    return new GraphFile(file.source(), reader.graph(directed));
  }

  private EdgeList graph(Optional<Boolean> asked) throws InputException {
    start =
        HEADERS.stream().filter(line::startsWith).mapToInt(String::length).findFirst().orElse(0);
    boolean sparse = line.startsWith(":", start);
    boolean directed = line.startsWith("&", start);
    if (line.startsWith(";", start)) {
      throw at(start, "this is incremental sparse6, which is not read");
    }
    start += sparse || directed ? 1 : 0;
    for (int i = start; i < line.length(); i++) {
      if (line.charAt(i) < LOWEST || line.charAt(i) > HIGHEST) {
        throw at(
            i,
            "'"
                + line.charAt(i)
                + "' does not occur in graph6 or sparse6, which use the"
                + " characters ? to ~");
      }
    }
    count();
    GraphFiles.agreed(source, asked, directed);
    if (sparse) {
      sparse();
    } else {
      matrix(directed);
    }
    return graph.build(directed);
  }

  private void count() throws InputException {
    int length = line.startsWith("~", start) ? 4 : 1;
    data = start + length;
    if (line.length() >= data) {
      for (int i = length == 1 ? start : start + 1; i < data; i++) {
        vertices = vertices << BITS | (line.charAt(i) - LOWEST);
      }
    }
    if (vertices == 0 || (length == 4 && vertices < LOWEST) || line.startsWith("~~", start)) {
      throw at(start, "there is no number of vertices from 1 to 258047 here");
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      graph.vertex(Integer.toString(vertex));
    }
  }

  private boolean bit(long index) {
    int six = line.charAt(data + (int) (index / BITS)) - LOWEST;
    return (six >> (BITS - 1 - index % BITS) & 1) != 0;
  }

  /** The upper triangle column by column, or all of the matrix row by row. */
  private void matrix(boolean directed) throws InputException {
    long n = vertices;
    long bits = directed ? n * n : n * (n - 1) / 2;
    long expected = data + (bits + BITS - 1) / BITS;
    if (line.length() != expected) {
      throw at(
          line.length(),
          "a %s line with %d vertices has %d characters, not %d"
              .formatted(directed ? "digraph6" : "graph6", n, expected, line.length()));
    }
    long index = 0;
    for (int i = directed ? 0 : 1; i < vertices; i++) {
      for (int j = 0; j < (directed ? vertices : i); j++) {
        if (bit(index++)) {
          graph.edge(Integer.toString(i), Integer.toString(j));
        }
      }
    }
  }

  /** Pairs of a bit that raises v and a number x: below v an edge from x to v, else the new v. */
  private void sparse() throws InputException {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(vertices - 1);
    long bits = (long) BITS * (line.length() - data);
    int v = 0;
    for (long at = 0; at + width < bits; at += width + 1) {
      v += bit(at) ? 1 : 0;
      int x = 0;
      for (int i = 1; i <= width; i++) {
        x = x << 1 | (bit(at + i) ? 1 : 0);
      }
      if (x > v) {
        v = x;
      } else if (v < vertices) {
        graph.edge(Integer.toString(x), Integer.toString(v));
      }
      if (v >= vertices) {
        if (bits - at > BITS + (long) width) {
          throw at(
              data + (int) (at / BITS),
              "an edge of vertex %d is here, but there are %d vertices".formatted(v, vertices));
        }
        return;
      }
    }
  }

  private InputException at(int index, String message) {
    return InputException.at(source, number, index + 1, message);
  }
}
