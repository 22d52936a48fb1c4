package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * Graphs of METIS and KaHIP, of the tenth DIMACS challenge: {@code n m [format [weights]]}, then
 * for each vertex a line with its neighbours, which are numbers from 1.
 *
 * <p>Every edge stands in both of its lines; weights and sizes are not used. Lines that start with
 * % are comments. Source: G. Karypis, METIS manual 5.1, section 4.1.1.
 */
final class MetisReader {

  private final TextFile file;
  private final InputProblems problems;
  private final List<Edge> edges = new ArrayList<>();
  private int vertices = -1;
  private int declared;
  private int before;
  private int step = 1;
  private int rows;
  private int entries;
  private int loops;

  private MetisReader(TextFile file) {
    this.file = file;
    this.problems = new InputProblems(file.source());
  }

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    GraphFiles.agreed(file.source(), directed, false);
    return new GraphFile(file.source(), new MetisReader(file).graph());
  }

  private EdgeList graph() throws InputException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (line.startsWith("%")) {
        continue;
      }
      List<Field> fields = Field.words(line);
      try {
        if (vertices < 0) {
          header(line, fields);
        } else {
          row(line, fields);
        }
      } catch (MalformedLine e) {
        problems.add(number, e.column(), e.getMessage());
        if (vertices < 0) {
          problems.throwIfAny();
        }
      }
    }
    problems.throwIfAny();
    checkCounts();
    List<String> names = IntStream.rangeClosed(1, vertices).mapToObj(Integer::toString).toList();
    return new EdgeList(names, edges, false);
  }

  private void header(String line, List<Field> fields) throws MalformedLine {
    if (fields.size() < 2 || fields.size() > 4) {
      throw new MalformedLine(1, "\"" + line.strip() + "\" is not \"vertices edges [format]\"");
    }
    String format = fields.size() > 2 ? fields.get(2).text() : "0";
    if (!format.matches("[01]{1,3}")) {
      throw new MalformedLine(
          fields.get(2).column(), "\"" + format + "\" is not a format of digits 0 and 1");
    }
    GraphFiles.requireVertices(fields.get(0));
    int flags = Integer.parseInt(format, 2);
    int weights = fields.size() > 3 ? GraphFields.number(fields.get(3)) : 1;
    before = ((flags & 4) != 0 ? 1 : 0) + ((flags & 2) != 0 ? weights : 0);
    step = (flags & 1) != 0 ? 2 : 1;
    declared = GraphFields.number(fields.get(1));
    vertices = GraphFields.number(fields.get(0));
  }

  private void row(String line, List<Field> fields) throws MalformedLine {
    if (rows == vertices) {
      if (!fields.isEmpty()) {
        throw new MalformedLine(
            fields.get(0).column(),
            "there are lines for more than %d vertices".formatted(vertices));
      }
      return;
    }
    if (fields.size() < before || (fields.size() - before) % step != 0) {
      throw new MalformedLine(
          1, "\"" + line.strip() + "\" lacks a weight that the first line promises");
    }
    for (int i = before; i < fields.size(); i += step) {
      int neighbour = GraphFields.number(fields.get(i)) - 1;
      if (neighbour < 0 || neighbour >= vertices) {
        throw new MalformedLine(
            fields.get(i).column(),
            "%d is not one of the vertices 1 to %d".formatted(neighbour + 1, vertices));
      }
      entries++;
      loops += neighbour == rows ? 1 : 0;
      if (rows <= neighbour) {
        edges.add(new Edge(rows, neighbour));
      }
    }
    rows++;
  }

  private void checkCounts() throws InputException {
    if (vertices < 0 || rows < vertices) {
      throw InputException.in(
          file.source(),
          vertices < 0
              ? "the line \"vertices edges\" is missing"
              : "%d vertices are declared, but %d have a line".formatted(vertices, rows));
    }
    if (edges.size() != declared || 2 * edges.size() - loops != entries) {
      throw InputException.in(
          file.source(),
          ("%d edges are declared, each in the lines of both its ends, but the lines have"
                  + " %d neighbours, %d of them with larger numbers; a directed graph of PACE 2022 is"
                  + " not read")
              .formatted(declared, entries, edges.size()));
    }
  }
}
