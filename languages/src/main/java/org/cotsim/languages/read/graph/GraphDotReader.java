package org.cotsim.languages.read.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotGraph;
import org.cotsim.languages.read.TextFile;

/** Graphs in DOT, without their attributes; of a strict graph, parallel edges are one. */
final class GraphDotReader {

  private static final int MAX_EDGES = 5_000_000;

  private GraphDotReader() {}

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    DotGraph dot = DotGraph.read(file, Set.of(), MAX_EDGES);
    boolean said = GraphFiles.agreed(file.source(), directed, dot.directed());
    if (dot.nodes().isEmpty()) {
      throw InputException.in(file.source(), "the graph has no vertices");
    }
    EdgeList.Builder graph = new EdgeList.Builder();
    for (DotGraph.Node node : dot.nodes()) {
      graph.vertex(node.name().text());
    }
    Set<List<Integer>> seen = new HashSet<>();
    for (DotGraph.Edge edge : dot.edges()) {
      boolean ordered = said || edge.source() < edge.target();
      List<Integer> ends =
          ordered ? List.of(edge.source(), edge.target()) : List.of(edge.target(), edge.source());
      if (!dot.strict() || seen.add(ends)) {
        graph.edge(
            dot.nodes().get(edge.source()).name().text(),
            dot.nodes().get(edge.target()).name().text());
      }
    }
    return new GraphFile(file.source(), graph.build(said));
  }
}
