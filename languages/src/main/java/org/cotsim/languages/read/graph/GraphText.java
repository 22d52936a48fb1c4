package org.cotsim.languages.read.graph;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;

/** Graphs as texts that people write and edit: an edge a line, its ends separated by a blank. */
public final class GraphText {

  private static final String HEADER = "source target\n";
  private static final Pattern PLAIN = Pattern.compile("[^\\s,;\"#%{}]+");

  private GraphText() {}

  /**
   * The graph of an edge list, as in a file {@code .edges}.
   *
   * @param source what the text is called in problems
   * @throws InputException naming every problem by line and column
   */
  public static GraphFile read(String source, String text, boolean directed) throws InputException {
    if (text.isBlank()) {
      throw InputException.in(source, "the text has no edges");
    }
    GraphFile graph = EdgeListReader.text(new TextFile(source, text), Optional.of(directed));
    for (String name : graph.names()) {
      Characters.requireVisible(source, "vertex", name);
    }
    return graph;
  }

  /** The edges as {@link #read} takes them; vertices without an edge are not in the text. */
  public static String write(EdgeList graph) {
    StringBuilder text = new StringBuilder(HEADER); // else two numbers first could be counts
    for (Edge edge : graph.edges()) {
      text.append(name(graph.names().get(edge.source()))).append(' ');
      text.append(name(graph.names().get(edge.target()))).append('\n');
    }
    return text.toString();
  }

  private static String name(String name) {
    return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
