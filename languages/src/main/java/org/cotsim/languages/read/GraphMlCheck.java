package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds what is wrong in GraphML, with positions: where a tag ends, as SAX reports it. */
final class GraphMlCheck extends DefaultHandler {

  private record End(String vertex, int line, int column) {}

  private final String source;
  private final GraphProblems problems;
  private final Set<String> vertices = new LinkedHashSet<>();
  private final List<End> ends = new ArrayList<>();
  private Optional<Locator> locator = Optional.empty();
  private Optional<Boolean> directed = Optional.empty();
  private boolean root = true;

  GraphMlCheck(String source) {
    this.source = source;
    this.problems = new GraphProblems(source);
  }

  /** The declared vertices in the order of their declaration. */
  Set<String> vertices() {
    return vertices;
  }

  /** What the graph's {@code edgedefault} says, or a refusal of a file without vertices. */
  boolean directed() throws InputException {
    if (directed.isEmpty() || vertices.isEmpty()) {
      throw InputException.in(source, "there is no <graph> with a <node> in the file");
    }
    return directed.get();
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    locator = Optional.of(documentLocator);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (root && !name.equals("graphml")) {
      problem("the root element is <" + name + ">, not <graphml>");
      finish();
    }
    root = false;
    switch (name) {
      case "graph" -> graph(attributes);
      case "node" -> node(attributes);
      case "edge" -> edge(attributes);
      case "hyperedge" -> problem("a <hyperedge> is not read");
      default -> {}
    }
  }

  @Override
  public void endDocument() throws SAXException {
    try {
      for (End end : ends) {
        if (!vertices.contains(end.vertex())) {
          String message =
              "vertex \"" + end.vertex() + "\" of this edge is not declared by a <node>";
          problems.add(end.line(), end.column(), message);
        }
      }
    } catch (InputException e) {
      throw new SAXException(e);
    }
    finish();
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  private void graph(Attributes attributes) throws SAXException {
    if (directed.isPresent()) {
      problem("a second <graph> is not read");
    }
    String said = value(attributes, "edgedefault");
    if (!said.equals("directed") && !said.equals("undirected")) {
      problem("a <graph> needs edgedefault=\"directed\" or edgedefault=\"undirected\"");
    }
    directed = Optional.of(said.equals("directed"));
  }

  private void node(Attributes attributes) throws SAXException {
    String id = value(attributes, "id");
    if (id.isEmpty()) {
      problem("a <node> needs an id");
    } else if (!vertices.add(id)) {
      problem("vertex \"" + id + "\" is declared twice");
    }
  }

  private void edge(Attributes attributes) throws SAXException {
    for (String end : List.of("source", "target")) {
      String vertex = value(attributes, end);
      if (vertex.isEmpty()) {
        problem("an <edge> needs a " + end);
      } else {
        ends.add(new End(vertex, line(), column()));
      }
    }
    String own = value(attributes, "directed");
    if (!own.isEmpty() && directed.isPresent() && Boolean.parseBoolean(own) != directed.get()) {
      problem("directed=\"" + own + "\" contradicts the graph's edgedefault");
    }
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  private int line() {
    return locator.map(Locator::getLineNumber).orElse(0);
  }

  private int column() {
    return locator.map(Locator::getColumnNumber).orElse(0);
  }

  private void problem(String message) throws SAXException {
    try {
      problems.add(line(), column(), message);
    } catch (InputException e) {
      throw new SAXException(e);
    }
  }

  private void finish() throws SAXException {
    try {
      problems.throwIfAny();
    } catch (InputException e) {
      throw new SAXException(e);
    }
  }
}
