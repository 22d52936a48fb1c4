package org.cotsim.languages.read;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.cotsim.languages.graph.EdgeList;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * GraphML, parsed by jgrapht-io once {@link GraphMlCheck} has found nothing wrong.
 *
 * <p>jgrapht-io's parser follows external entities and gives no positions, so a DOCTYPE is refused
 * before it sees the text. Attributes of vertices and edges are not used.
 */
final class GraphMlReader {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private GraphMlReader() {}

  static EdgeList read(String source, String text, Optional<Boolean> directed)
      throws InputException {
    GraphMlCheck check = new GraphMlCheck(source);
    parse(source, text, check);
    boolean said = check.directed();
    EdgeList.Builder graph = new EdgeList.Builder();
    SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
    importer.setSchemaValidation(false);
    check.vertices().forEach(graph::vertex);
    importer.addEdgeConsumer(edge -> graph.edge(edge.getFirst(), edge.getSecond()));
    try {
      importer.importInput(new StringReader(text));
    } catch (ImportException e) {
      throw InputException.in(source, "jgrapht-io does not read this GraphML: " + e.getCause());
    }
    return graph.build(GraphFiles.agreed(source, directed, said));
  }

  private static void parse(String source, String text, GraphMlCheck check) throws InputException {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(NO_DOCTYPE, true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(check);
      reader.setErrorHandler(check);
      reader.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException e) {
      String message =
          String.valueOf(e.getMessage()).contains("disallow-doctype-decl")
              ? "a DOCTYPE is refused, as it can make a parser read other files"
              : "this is not well-formed XML: " + e.getMessage();
      throw InputException.at(source, e.getLineNumber(), e.getColumnNumber(), message);
    } catch (SAXException e) {
      if (e.getException() instanceof InputException input) {
        throw input;
      }
      throw InputException.in(source, "this is not well-formed XML: " + e.getMessage());
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("no XML parser without DOCTYPE here", e);
    }
  }
}
