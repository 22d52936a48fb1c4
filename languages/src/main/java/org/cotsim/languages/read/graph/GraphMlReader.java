package org.cotsim.languages.read.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.Xml;
import org.cotsim.languages.read.Xml.Tag;

/**
 * GraphML: the vertices and edges of its one graph and of the graphs nested in its nodes, which are
 * the groups of yEd; keys, data and ports are not used.
 *
 * <p>A reader of its own because jgrapht-io gives no positions and refuses keys without a name,
 * such as those of yEd, even where nothing uses them.
 */
final class GraphMlReader implements Xml.Handler {

  private record Link(String source, String target, Tag tag) {}

  private final String source;
  private final InputProblems problems;
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private final List<Link> links = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private Optional<Boolean> directed = Optional.empty();
  private int nested;

  private GraphMlReader(String source) {
    this.source = source;
    this.problems = new InputProblems(source);
  }

  static GraphFile read(TextFile file, Optional<Boolean> asked) throws InputException {
    GraphMlReader reader = new GraphMlReader(file.source());
    Xml.read(file, reader);
    return reader.file(asked);
  }

  private GraphFile file(Optional<Boolean> asked) throws InputException {
    EdgeList declared = graph.build(false);
    for (Link link : links) {
      for (String end : List.of(link.source(), link.target())) {
        if (declared.number(end).isEmpty()) {
          problem(link.tag(), "vertex \"" + end + "\" of this edge is not declared by a <node>");
        }
      }
      graph.edge(link.source(), link.target());
    }
    problems.throwIfAny();
    if (directed.isEmpty() || declared.names().isEmpty()) {
      throw InputException.in(source, "there is no <graph> with a <node> in the file");
    }
    boolean said = GraphFiles.agreed(source, asked, directed.get());
    List<String> notes =
        nested == 0
            ? List.of()
            : List.of("vertices that hold a graph are vertices too, beside those in it");
    return new GraphFile(source, graph.build(said), notes);
  }

  @Override
  public void start(Tag tag) throws InputException {
    if (open.isEmpty() && !tag.name().equals("graphml")) {
      problem(tag, "the root element is <" + tag.name() + ">, not <graphml>");
      problems.throwIfAny();
    }
    switch (tag.name()) {
      case "graph" -> graph(tag);
      case "node" -> node(tag);
      case "edge" -> edge(tag);
      case "hyperedge" -> problem(tag, "a <hyperedge> is not read");
      default -> {
        // <key>, <data> and the like say nothing of the graph
      }
    }
    open.push(tag.name());
  }

  @Override
  public void end(Tag tag, String text) {
    open.pop();
  }

  private void graph(Tag tag) throws InputException {
    boolean inside = "node".equals(open.peek());
    if (directed.isPresent() && !inside) {
      problem(tag, "a second <graph> is not read");
    }
    nested += inside ? 1 : 0;
    String said = tag.attribute("edgedefault");
    if (!said.equals("directed") && !said.equals("undirected")) {
      problem(tag, "a <graph> needs edgedefault=\"directed\" or edgedefault=\"undirected\"");
    } else if (directed.isPresent() && said.equals("directed") != directed.get()) {
      problem(tag, "edgedefault=\"" + said + "\" contradicts that of the graph around it");
    } else {
      directed = Optional.of(said.equals("directed"));
    }
  }

  private void node(Tag tag) throws InputException {
    String id = tag.attribute("id");
    int known = graph.size();
    if (id.isEmpty()) {
      problem(tag, "a <node> needs an id");
    } else if (graph.vertex(id) < known) {
      problem(tag, "vertex \"" + id + "\" is declared twice");
    }
  }

  private void edge(Tag tag) throws InputException {
    String from = tag.attribute("source");
    String to = tag.attribute("target");
    if (from.isEmpty() || to.isEmpty()) {
      problem(tag, "an <edge> needs a " + (from.isEmpty() ? "source" : "target"));
    } else {
      links.add(new Link(from, to, tag));
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
