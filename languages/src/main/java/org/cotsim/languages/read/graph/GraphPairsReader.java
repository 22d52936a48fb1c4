package org.cotsim.languages.read.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/** Reads many questions about one graph: a pair s, t per line. */
public final class GraphPairsReader {

  private GraphPairsReader() {}

  /**
   * The questions in the file's order, labelled with file and line.
   *
   * <p>Names are separated by a comma, a tab or spaces, and quoted if they contain one. Lines that
   * start with # or % are comments.
   *
   * @throws InputException if a line is not a pair, or names a vertex that the graph does not have
   */
  public static List<ConnectivityInstance> read(Path path, GraphFile graph) throws InputException {
    TextFile file = TextFile.read(path, GraphFiles.MAX_BYTES);
    InputProblems problems = new InputProblems(file.source());
    List<ConnectivityInstance> result = new ArrayList<>();
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("%")) {
        try {
          result.add(question(line, graph, file.source() + ":" + number));
        } catch (MalformedLine e) {
          problems.add(number, e.column(), e.getMessage());
        }
      }
    }
    problems.throwIfAny();
    if (result.isEmpty()) {
      throw InputException.in(file.source(), "the file has no pairs");
    }
    return result;
  }

  private static ConnectivityInstance question(String line, GraphFile graph, String label)
      throws MalformedLine {
    List<Field> fields = GraphFields.split(line);
    if (fields.size() != 2) {
      throw new MalformedLine(
          fields.get(0).column(), "\"" + line.strip() + "\" is not a pair \"source target\"");
    }
    int source = vertex(fields.get(0), graph);
    return new ConnectivityInstance(graph.graph(), source, vertex(fields.get(1), graph), label);
  }

  private static int vertex(Field name, GraphFile graph) throws MalformedLine {
    return graph
        .graph()
        .number(name.text())
        .orElseThrow(
            () ->
                new MalformedLine(
                    name.column(), "\"" + name.text() + "\" is not a vertex of " + graph.source()));
  }
}
