package org.cotsim.languages.read.graph;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotCheck;
import org.cotsim.languages.read.TextFile;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;

/**
 * DOT, parsed by jgrapht-io once {@link DotCheck} has found nothing wrong; attributes are not used.
 *
 * <p>jgrapht-io reports neither {@code digraph} nor {@code strict}, lets {@code ->} pass in an
 * undirected graph, and ignores what follows the graph.
 */
final class GraphDotReader {

  private static final Pattern POSITION =
      Pattern.compile("line (\\d+):(\\d+) (.*)", Pattern.DOTALL);

  private GraphDotReader() {}

  static EdgeList read(TextFile file, Optional<Boolean> directed) throws InputException {
    String text = file.text();
    DotCheck check = DotCheck.of(file);
    boolean said = GraphFiles.agreed(file.source(), directed, check.directed());
    EdgeList.Builder graph = new EdgeList.Builder();
    Set<List<String>> seen = new HashSet<>();
    DOTEventDrivenImporter importer = new DOTEventDrivenImporter();
    importer.addVertexConsumer(graph::vertex);
    importer.addEdgeConsumer(
        edge -> {
          if (!check.strict() || seen.add(key(edge.getFirst(), edge.getSecond(), said))) {
            graph.edge(edge.getFirst(), edge.getSecond());
          }
        });
    try {
      // jgrapht-io 1.5.3 fails on a line comment that the end of the text ends
      importer.importInput(new StringReader(text.endsWith("\n") ? text : text + "\n"));
    } catch (ImportException e) {
      throw positioned(file.source(), String.valueOf(e.getMessage()));
    }
    if (graph.size() == 0) {
      throw InputException.in(file.source(), "the graph has no vertices");
    }
    return graph.build(said);
  }

  /** Edges with equal keys are one edge of a strict graph. */
  private static List<String> key(String source, String target, boolean directed) {
    return directed || source.compareTo(target) <= 0
        ? List.of(source, target)
        : List.of(target, source);
  }

  private static InputException positioned(String source, String message) {
    Matcher matcher = POSITION.matcher(message);
    if (!matcher.find()) {
      return InputException.in(source, "not DOT: " + message);
    }
    return InputException.at(
        source,
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)) + 1,
        "not DOT: " + matcher.group(3));
  }
}
