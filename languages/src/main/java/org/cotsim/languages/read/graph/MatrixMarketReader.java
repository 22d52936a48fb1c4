package org.cotsim.languages.read.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * Square sparse matrices in Matrix Market's coordinate format as graphs: an entry in row i and
 * column j is an edge from i to j, undirected if the matrix is symmetric.
 *
 * <p>Vertices are the numbers 1 to n; values are not used. Source: R. Boisvert, R. Pozo, K.
 * Remington, "The Matrix Market Exchange Formats", NISTIR 5935.
 */
final class MatrixMarketReader {

  /** The first word of a file in this format. */
  static final String BANNER = "%%MatrixMarket";

  private static final int UNKNOWN = -1;

  private final TextFile file;
  private final InputProblems problems;
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private int values;
  private boolean symmetric;
  private int vertices = UNKNOWN;
  private int declared;
  private int entries;

  private MatrixMarketReader(TextFile file) {
    this.file = file;
    this.problems = new InputProblems(file.source());
  }

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    return new MatrixMarketReader(file).read(directed);
  }

  private GraphFile read(Optional<Boolean> directed) throws InputException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      List<Field> fields = Field.words(line);
      try {
        if (number == 1) {
          banner(fields);
        } else if (!fields.isEmpty() && !line.startsWith("%")) {
          numbers(line, fields);
        }
      } catch (MalformedLine e) {
        problems.add(number, e.column(), e.getMessage());
        if (vertices == UNKNOWN) {
          problems.throwIfAny();
        }
      }
    }
    problems.throwIfAny();
    if (vertices == UNKNOWN || entries != declared) {
      throw InputException.in(
          file.source(),
          vertices == UNKNOWN
              ? "the line \"rows columns entries\" is missing"
              : "%d entries are declared, but the file has %d".formatted(declared, entries));
    }
    boolean said =
        symmetric ? GraphFiles.agreed(file.source(), directed, false) : directed.orElse(true);
    String note =
        symmetric
            ? "a symmetric matrix, read as an undirected graph"
            : "a matrix that is not symmetric, read as a directed graph from rows to columns";
    return new GraphFile(
        file.source(), graph.build(said), said == !symmetric ? List.of(note) : List.of());
  }

  private void banner(List<Field> fields) throws MalformedLine {
    List<String> words =
        fields.stream().map(field -> field.text().toLowerCase(Locale.ROOT)).toList();
    if (words.size() != 5
        || !words.get(1).equals("matrix")
        || !words.get(2).equals("coordinate")
        || !List.of("pattern", "integer", "real", "complex").contains(words.get(3))
        || !List.of("general", "symmetric", "skew-symmetric", "hermitian").contains(words.get(4))) {
      throw new MalformedLine(
          1,
          "of Matrix Market files those are read that begin with \""
              + BANNER
              + " matrix coordinate\", a kind of values and a symmetry");
    }
    values = words.get(3).equals("pattern") ? 0 : words.get(3).equals("complex") ? 2 : 1;
    symmetric = !words.get(4).equals("general");
  }

  private void numbers(String line, List<Field> fields) throws MalformedLine {
    boolean size = vertices == UNKNOWN;
    if (fields.size() != (size ? 3 : 2 + values)) {
      throw new MalformedLine(
          fields.get(0).column(),
          "\"%s\" is not \"%s\""
              .formatted(
                  line.strip(),
                  size ? "rows columns entries" : "row column" + " value".repeat(values)));
    }
    if (size) {
      size(fields);
    } else {
      entries++;
      graph.edge(vertex(fields.get(0)), vertex(fields.get(1)));
    }
  }

  private void size(List<Field> fields) throws MalformedLine {
    int rows = GraphFields.number(fields.get(0));
    if (rows != GraphFields.number(fields.get(1))) {
      throw new MalformedLine(
          fields.get(1).column(),
          "a matrix of %d rows and %d columns is no graph, which needs as many of both"
              .formatted(rows, GraphFields.number(fields.get(1))));
    }
    GraphFiles.requireVertices(fields.get(0));
    vertices = rows;
    declared = GraphFields.number(fields.get(2));
    IntStream.rangeClosed(1, vertices).mapToObj(Integer::toString).forEach(graph::vertex);
  }

  private String vertex(Field field) throws MalformedLine {
    int vertex = GraphFields.number(field);
    if (vertex < 1 || vertex > vertices) {
      throw new MalformedLine(
          field.column(), "%d is not one of the rows 1 to %d".formatted(vertex, vertices));
    }
    return Integer.toString(vertex);
  }
}
