package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * Edge lists: one edge per line, source then target, or as the columns of a header say.
 *
 * <p>The first line that is no comment chooses the separator: a comma, a semicolon, a tab or else
 * blanks. Lines that start with # or % are comments. Without a header, what follows the target is
 * not used: numbers (weights, times) or a dictionary as networkx writes it. A name with a separator
 * in it stands in double quotes.
 */
final class EdgeListReader {

  private final TextFile file;
  private final boolean table;
  private final InputProblems problems;
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private final List<String> notes = new ArrayList<>();
  private EdgeColumns columns = EdgeColumns.firstTwo();
  private boolean named;
  private char separator;
  private Optional<Boolean> direction = Optional.empty();
  private int rows;
  private int fewest = Integer.MAX_VALUE;
  private int most;
  private boolean bits = true;

  private EdgeListReader(TextFile file, boolean table) {
    this.file = file;
    this.table = table;
    this.problems = new InputProblems(file.source());
  }

  static GraphFile csv(TextFile file, Optional<Boolean> directed) throws InputException {
    return read(file, true, directed);
  }

  static GraphFile text(TextFile file, Optional<Boolean> directed) throws InputException {
    return read(file, false, directed);
  }

  private static GraphFile read(TextFile file, boolean table, Optional<Boolean> directed)
      throws InputException {
    return file.text().startsWith(MatrixMarketReader.BANNER)
        ? MatrixMarketReader.read(file, directed)
        : new EdgeListReader(file, table).read(directed);
  }

  private GraphFile read(Optional<Boolean> directed) throws InputException {
    boolean first = true;
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (isRow(line)) {
        if (!first || !isHeader(line, number)) {
          edge(number, line);
        }
        first = false;
      }
    }
    problems.throwIfAny();
    if (graph.size() == 0) {
      throw InputException.in(file.source(), "the file has no edges");
    }
    judge();
    boolean said = directed.orElse(direction.orElse(false));
    if (direction.isPresent()) {
      GraphFiles.agreed(file.source(), directed, direction.get());
    }
    return new GraphFile(file.source(), graph.build(said), notes);
  }

  private static boolean isRow(String line) {
    return !line.isBlank() && !line.startsWith("#") && !line.startsWith("%");
  }

  /** Chooses separator and columns by the first line, and says whether it is no edge. */
  private boolean isHeader(String line, int number) {
    separator = GraphFields.separator(line);
    if (table && separator == ' ') {
      separator = ',';
    }
    try {
      List<Field> fields = GraphFields.splitEdge(line, separator);
      Optional<EdgeColumns> found = EdgeColumns.of(fields, number);
      if (found.isPresent()) {
        columns = found.get();
        named = true;
        notes.add(columns.sentence());
        return true;
      }
      Iterator<String> rest =
          file.text().lines().skip(number).filter(EdgeListReader::isRow).iterator();
      Optional<String> reason = EdgeFirstLine.noEdge(number, line, fields, separator, rest);
      reason.ifPresent(notes::add);
      return reason.isPresent();
    } catch (MalformedLine e) {
      return false; // read as an edge it is refused
    }
  }

  private void edge(int number, String line) throws InputException {
    try {
      List<Field> fields = GraphFields.splitEdge(line, separator);
      requireColumns(line, fields);
      Field source = fields.get(columns.source());
      Field target = fields.get(columns.target());
      for (Field end : List.of(source, target)) {
        if (end.text().isEmpty()) {
          throw new MalformedLine(end.column(), "the name of a vertex is empty");
        }
      }
      if (named) {
        type(fields);
      } else {
        checkRest(fields);
      }
      graph.edge(source.text(), target.text());
    } catch (MalformedLine e) {
      problems.add(number, e.column(), e.getMessage());
    }
  }

  private void requireColumns(String line, List<Field> fields) throws MalformedLine {
    if (fields.size() >= columns.width()) {
      return;
    }
    int column = fields.get(0).column();
    String quoted = "\"" + line.strip() + "\"";
    if (named) {
      throw new MalformedLine(
          column, quoted + " has fewer than the %d columns needed".formatted(columns.width()));
    }
    throw new MalformedLine(
        column,
        table
            ? quoted + " is not \"source,target\""
            : quoted + " is not an edge: a target is missing");
  }

  /** Takes the direction from the column in which Gephi writes it. */
  private void type(List<Field> fields) throws MalformedLine {
    if (columns.type().isEmpty()) {
      return;
    }
    Field type = fields.get(columns.type().getAsInt());
    String said = type.text().toLowerCase(Locale.ROOT);
    if (!said.equals("directed") && !said.equals("undirected")) {
      throw new MalformedLine(
          type.column(), "a type is Directed or Undirected, not \"" + type.text() + "\"");
    }
    boolean directed = said.equals("directed");
    if (direction.isPresent() && direction.get() != directed) {
      throw new MalformedLine(type.column(), "directed and undirected edges are mixed");
    }
    direction = Optional.of(directed);
  }

  private void checkRest(List<Field> fields) throws MalformedLine {
    rows++;
    fewest = Math.min(fewest, fields.size());
    most = Math.max(most, fields.size());
    bits &= fields.stream().allMatch(field -> field.text().matches("[01]"));
    for (Field extra : fields.subList(2, fields.size())) {
      if (!extra.text().matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
        throw new MalformedLine(
            extra.column(),
            "\"" + extra.text() + "\" follows source and target, where only numbers may");
      }
    }
  }

  /** Looks at what is an edge list by its form only. */
  private void judge() throws InputException {
    if (bits && rows == most && rows == fewest && rows > 2) {
      throw InputException.in(
          file.source(),
          "this looks like an adjacency matrix of %d vertices, expected a line for each edge"
              .formatted(rows));
    }
    if (fewest < most && rows > 0) {
      notes.add(
          "lines have from %d to %d columns, of which the first two are read; in an adjacency list"
                  .formatted(fewest, most)
              + " every line would have to be split into edges");
    }
  }
}
