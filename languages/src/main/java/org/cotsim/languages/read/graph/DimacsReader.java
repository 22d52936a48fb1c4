package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * DIMACS graphs: {@code p TYPE n m}, then {@code e u v} (edges) or {@code a u v} (arcs); of the
 * PACE challenges, whose types are {@code tw td tdp tww cep ds}, {@code u v} (edges).
 *
 * <p>Vertices are the numbers 1 to n. Weights and the lines {@code n d v x} of the older problem
 * collections are not used. Source: the formats of the second and the ninth DIMACS challenge. A
 * reader of its own because jgrapht-io checks neither the counts nor the range of the vertices.
 */
final class DimacsReader {

  private static final Set<String> NOT_USED = Set.of("n", "d", "v", "x");
  private static final Set<String> PACE = Set.of("tw", "td", "tdp", "tww", "cep", "ds");
  private static final int NONE = -1;

  private final String source;
  private final InputProblems problems;
  private final List<Edge> edges = new ArrayList<>();
  private int vertices = NONE;
  private int declaredEdges;
  private int problemLine;
  private String edgeLetter = "";
  private boolean pace;

  private DimacsReader(String source) {
    this.source = source;
    this.problems = new InputProblems(source);
  }

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    EdgeList graph = new DimacsReader(file.source()).graph(file.lines(), directed);
    return new GraphFile(file.source(), graph);
  }

  private EdgeList graph(Iterable<String> lines, Optional<Boolean> directed) throws InputException {
    int number = 0;
    for (String line : lines) {
      number++;
      try {
        line(line, number);
      } catch (MalformedLine e) {
        problems.add(number, e.column(), e.getMessage());
        if (vertices == NONE && !edgeLetter.isEmpty()) {
          problems.throwIfAny(); // every other edge would only say the same
        }
      }
    }
    if (vertices == NONE && problems.count() == 0) {
      throw InputException.in(source, "there is no line \"p TYPE vertices edges\"");
    }
    if (problems.count() == 0 && edges.size() != declaredEdges) {
      String message = "the p line gives %d edges, but the file has %d";
      problems.add(problemLine, 1, message.formatted(declaredEdges, edges.size()));
    }
    problems.throwIfAny();
    List<String> names = IntStream.rangeClosed(1, vertices).mapToObj(Integer::toString).toList();
    return new EdgeList(
        names,
        edges,
        edges.isEmpty()
            ? directed.orElse(false)
            : GraphFiles.agreed(source, directed, edgeLetter.equals("a")));
  }

  private void line(String line, int number) throws MalformedLine {
    List<Field> fields = Field.words(line);
    if (fields.isEmpty() || fields.get(0).text().startsWith("%")) {
      return;
    }
    String letter = fields.get(0).text();
    if (letter.equals("p")) {
      problemLine(line, fields, number);
    } else if (letter.equals("e") || letter.equals("a")) {
      edge(line, fields);
    } else if (pace && letter.matches("[0-9]+") && fields.size() == 2) {
      edges.add(new Edge(vertex(fields.get(0)), vertex(fields.get(1))));
    } else if (letter.equals("SECTION")) {
      throw new MalformedLine(
          fields.get(0).column(), "the Steiner trees of SteinLib and PACE 2018 are not read");
    } else if (!letter.equals("c") && !NOT_USED.contains(letter)) {
      throw new MalformedLine(
          fields.get(0).column(),
          "\"" + line.strip() + "\" is not a DIMACS line, which starts with c, p, e or a");
    }
  }

  private void problemLine(String line, List<Field> fields, int number) throws MalformedLine {
    if (vertices != NONE) {
      throw new MalformedLine(
          fields.get(0).column(), "there was a p line before, in line " + problemLine);
    }
    if (fields.size() != 4) {
      throw new MalformedLine(
          fields.get(0).column(), "\"" + line.strip() + "\" is not \"p TYPE vertices edges\"");
    }
    problemLine = number;
    pace = PACE.contains(fields.get(1).text());
    vertices = 0;
    int n = GraphFields.number(fields.get(2));
    declaredEdges = GraphFields.number(fields.get(3));
    GraphFiles.requireVertices(fields.get(2));
    vertices = n;
  }

  private void edge(String line, List<Field> fields) throws MalformedLine {
    Field letter = fields.get(0);
    if (vertices == NONE) {
      edgeLetter = letter.text();
      throw new MalformedLine(letter.column(), "an edge stands before the p line");
    }
    if (fields.size() < 3 || fields.size() > 4) {
      throw new MalformedLine(
          letter.column(),
          "\"" + line.strip() + "\" is not \"" + letter.text() + " source target\"");
    }
    if (!edgeLetter.isEmpty() && !edgeLetter.equals(letter.text())) {
      throw new MalformedLine(letter.column(), "e lines and a lines are mixed");
    }
    edgeLetter = letter.text();
    edges.add(new Edge(vertex(fields.get(1)), vertex(fields.get(2))));
  }

  private int vertex(Field field) throws MalformedLine {
    int vertex = GraphFields.number(field);
    if (vertex < 1 || vertex > vertices) {
      throw new MalformedLine(
          field.column(),
          "vertex " + vertex + " is not declared: the p line gives the vertices 1 to " + vertices);
    }
    return vertex - 1;
  }
}
