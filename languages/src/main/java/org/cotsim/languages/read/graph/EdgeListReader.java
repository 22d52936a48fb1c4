package org.cotsim.languages.read.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.graph.GraphFields.MalformedLine;

/**
 * Edge lists: one edge per line, source then target.
 *
 * <p>Numbers after the target (weights, times) are not used. Lines that start with # or % are
 * comments. A first line such as {@code source,target} or {@code from,to} is a header. A name with
 * a separator in it stands in double quotes.
 */
final class EdgeListReader {

  private static final Set<String> HEADERS =
      Set.of("source target", "from to", "src dst", "from_node to_node", "u v");

  private EdgeListReader() {}

  static EdgeList csv(TextFile file, Optional<Boolean> directed) throws InputException {
    return read(file, directed, true);
  }

  static EdgeList text(TextFile file, Optional<Boolean> directed) throws InputException {
    return read(file, directed, false);
  }

  private static EdgeList read(TextFile file, Optional<Boolean> directed, boolean commas)
      throws InputException {
    InputProblems problems = new InputProblems(file.source());
    EdgeList.Builder graph = new EdgeList.Builder();
    boolean headerAllowed = true;
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (line.isBlank() || line.startsWith("#") || line.startsWith("%")) {
        continue;
      }
      if (!headerAllowed || !isHeader(line)) {
        edge(graph, problems, number, line, commas);
      }
      headerAllowed = false;
    }
    problems.throwIfAny();
    if (graph.size() == 0) {
      throw InputException.in(file.source(), "the file has no edges");
    }
    return graph.build(directed.orElse(false));
  }

  private static boolean isHeader(String line) {
    String[] words = line.toLowerCase(Locale.ROOT).replace('"', ' ').strip().split("[,\\s]+", 3);
    return words.length >= 2 && HEADERS.contains(words[0] + " " + words[1]);
  }

  private static void edge(
      EdgeList.Builder graph, InputProblems problems, int number, String line, boolean commas)
      throws InputException {
    try {
      if (commas && !GraphFields.separates(line, ',')) {
        throw new MalformedLine(1, "\"" + line.strip() + "\" is not \"source,target\"");
      }
      List<Field> fields = GraphFields.split(line);
      checkEdge(line, fields);
      graph.edge(fields.get(0).text(), fields.get(1).text());
    } catch (MalformedLine e) {
      problems.add(number, e.column(), e.getMessage());
    }
  }

  private static void checkEdge(String line, List<Field> fields) throws MalformedLine {
    if (fields.size() < 2) {
      throw new MalformedLine(
          fields.get(0).column(), "\"" + line.strip() + "\" is not an edge: a target is missing");
    }
    for (Field end : fields.subList(0, 2)) {
      if (end.text().isEmpty()) {
        throw new MalformedLine(end.column(), "the name of a vertex is empty");
      }
    }
    for (Field extra : fields.subList(2, fields.size())) {
      if (!extra.text().matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
        throw new MalformedLine(
            extra.column(),
            "\"" + extra.text() + "\" follows source and target, where only numbers may");
      }
    }
  }
}
