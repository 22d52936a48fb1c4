package org.cotsim.languages.read.graph;

import java.util.List;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;

/**
 * A graph as a file gives it, with the name of that file.
 *
 * @param source the file as the person named it
 * @param graph its vertices and edges, named as in the file, in the file's order
 * @param notes what a person should know of how the file was read, one sentence each
 */
public record GraphFile(String source, EdgeList graph, List<String> notes) {

  /** Takes the notes as they can be shown: {@link Characters#visible}. */
  public GraphFile {
    notes = notes.stream().map(Characters::visible).toList();
  }

  /** A graph of which nothing has to be said. */
  public GraphFile(String source, EdgeList graph) {
    this(source, graph, List.of());
  }

  /** The names of the vertices, by vertex number. */
  public List<String> names() {
    return graph.names();
  }

  /** The edges in the file's order. */
  public List<Edge> edges() {
    return graph.edges();
  }

  /** Whether the file is, or was asked to be, directed. */
  public boolean directed() {
    return graph.directed();
  }

  /**
   * The question whether t is reachable from s, both by name.
   *
   * @throws InputException if the file has no vertex of such a name
   */
  public ConnectivityInstance question(String s, String t) throws InputException {
    return new ConnectivityInstance(
        graph, number(s, "source"), number(t, "target"), source + " " + s + " " + t);
  }

  private int number(String name, String role) throws InputException {
    return graph
        .number(name)
        .orElseThrow(
            () ->
                InputException.in(
                    source, "the " + role + " \"" + name + "\" is not a vertex of this graph"));
  }
}
