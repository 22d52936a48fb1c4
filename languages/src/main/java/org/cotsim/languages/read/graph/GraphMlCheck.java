package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.Xml;
import org.cotsim.languages.read.Xml.Tag;

/** Finds what is wrong in GraphML, with the place of each wrong element. */
final class GraphMlCheck implements Xml.Handler {

  private record End(String vertex, int line, int column) {}

  private final InputProblems problems;
  private final Set<String> vertices = new LinkedHashSet<>();
  private final List<End> ends = new ArrayList<>();
  private Optional<Boolean> directed = Optional.empty();
  private boolean root = true;

  private GraphMlCheck(String source) {
    this.problems = new InputProblems(source);
  }

  /**
   * Looks at a document.
   *
   * @throws InputException naming every problem, or if there is no vertex
   */
  static GraphMlCheck of(TextFile file) throws InputException {
    GraphMlCheck check = new GraphMlCheck(file.source());
    Xml.read(file, check);
    for (End end : check.ends) {
      if (!check.vertices.contains(end.vertex())) {
        check.problems.add(
            end.line(),
            end.column(),
            "vertex \"" + end.vertex() + "\" of this edge is not declared by a <node>");
      }
    }
    check.problems.throwIfAny();
    if (check.directed.isEmpty() || check.vertices.isEmpty()) {
      throw InputException.in(file.source(), "there is no <graph> with a <node> in the file");
    }
    return check;
  }

  /** The declared vertices in the order of their declaration. */
  Set<String> vertices() {
    return vertices;
  }

  /** What the graph's {@code edgedefault} says. */
  boolean directed() {
    return directed.orElseThrow();
  }

  @Override
  public void start(Tag tag) throws InputException {
    if (root && !tag.name().equals("graphml")) {
      problem(tag, "the root element is <" + tag.name() + ">, not <graphml>");
      problems.throwIfAny();
    }
    root = false;
    switch (tag.name()) {
      case "graph" -> graph(tag);
      case "node" -> node(tag);
      case "edge" -> edge(tag);
      case "hyperedge" -> problem(tag, "a <hyperedge> is not read");
      default -> {
        // <key>, <data> and the like say nothing of the graph
      }
    }
  }

  @Override
  public void end(Tag tag, String text) {}

  private void graph(Tag tag) throws InputException {
    if (directed.isPresent()) {
      problem(tag, "a second <graph> is not read");
    }
    String said = tag.attribute("edgedefault");
    if (!said.equals("directed") && !said.equals("undirected")) {
      problem(tag, "a <graph> needs edgedefault=\"directed\" or edgedefault=\"undirected\"");
    }
    directed = Optional.of(said.equals("directed"));
  }

  private void node(Tag tag) throws InputException {
    String id = tag.attribute("id");
    if (id.isEmpty()) {
      problem(tag, "a <node> needs an id");
    } else if (!vertices.add(id)) {
      problem(tag, "vertex \"" + id + "\" is declared twice");
    }
  }

  private void edge(Tag tag) throws InputException {
    for (String end : List.of("source", "target")) {
      String vertex = tag.attribute(end);
      if (vertex.isEmpty()) {
        problem(tag, "an <edge> needs a " + end);
      } else {
        ends.add(new End(vertex, tag.line(), tag.column()));
      }
    }
    String own = tag.attribute("directed");
    if (!own.isEmpty() && directed.isPresent() && Boolean.parseBoolean(own) != directed.get()) {
      problem(tag, "directed=\"" + own + "\" contradicts the graph's edgedefault");
    }
  }

  private void problem(Tag tag, String message) throws InputException {
    problems.add(tag.line(), tag.column(), message);
  }
}
