package org.cotsim.languages.read.graph;

import java.io.StringReader;
import java.util.Optional;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.Xml;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;

/**
 * GraphML, parsed by jgrapht-io once {@link GraphMlCheck} has found nothing wrong.
 *
 * <p>jgrapht-io's parser follows external entities and gives no positions, so that {@link Xml} has
 * to refuse a DOCTYPE before it sees the text. Attributes of vertices and edges are not used.
 */
final class GraphMlReader {

  private GraphMlReader() {}

  static EdgeList read(TextFile file, Optional<Boolean> directed) throws InputException {
    GraphMlCheck check = GraphMlCheck.of(file);
    EdgeList.Builder graph = new EdgeList.Builder();
    SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
    importer.setSchemaValidation(false);
    check.vertices().forEach(graph::vertex);
    importer.addEdgeConsumer(edge -> graph.edge(edge.getFirst(), edge.getSecond()));
    try {
      importer.importInput(new StringReader(file.text()));
    } catch (ImportException e) {
      throw InputException.in(
          file.source(), "jgrapht-io does not read this GraphML: " + e.getCause());
    }
    return graph.build(GraphFiles.agreed(file.source(), directed, check.directed()));
  }
}
