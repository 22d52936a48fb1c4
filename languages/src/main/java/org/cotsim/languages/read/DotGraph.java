package org.cotsim.languages.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.languages.input.InputException;

/**
 * The nodes and edges of a DOT text, each where it is first named, with the attributes asked for.
 *
 * <p>Subgraphs and lists of nodes as ends of edges are as many edges as Graphviz makes of them.
 *
 * @param strict whether parallel edges are one
 * @param directed whether it is a {@code digraph}
 * @param kind the word {@code graph} or {@code digraph}
 * @param nodes in the order in which they are first named
 * @param edges in the order in which they are made
 */
public record DotGraph(
    boolean strict, boolean directed, DotToken kind, List<Node> nodes, List<Edge> edges) {

  public DotGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A node.
   *
   * @param name its own, where it is first named
   * @param attributes those asked for that it has, its own or by default
   */
  public record Node(DotToken name, Map<String, DotToken> attributes) {

    public Node {
      attributes = Map.copyOf(attributes);
    }

    /** The text of an attribute, empty if it has none. */
    public String text(String attribute) {
      return attributes.containsKey(attribute) ? attributes.get(attribute).text() : "";
    }
  }

  /**
   * An edge.
   *
   * @param source the index of a node
   * @param target the index of a node
   * @param operator that made it
   * @param attributes those asked for that it has, its own or by default
   */
  public record Edge(int source, int target, DotToken operator, Map<String, DotToken> attributes) {

    public Edge {
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * Reads a DOT text.
   *
   * @param wanted names of attributes to be kept
   * @param mostEdges above which the text is refused
   * @throws InputException naming the place where it is no DOT
   */
  public static DotGraph read(TextFile file, Set<String> wanted, int mostEdges)
      throws InputException {
    return new DotParser(file, wanted, mostEdges).graph();
  }
}
