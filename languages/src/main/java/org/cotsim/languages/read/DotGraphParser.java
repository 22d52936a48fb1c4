package org.cotsim.languages.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotTokens.Kind;

/**
 * The vertices and edges of a DOT text, by the grammar of Graphviz; attributes and ports are parsed
 * but not used.
 *
 * <p>A reader of its own because jgrapht-io reports neither {@code digraph} nor {@code strict}, and
 * loses edges of subgraphs whose vertices occurred before. Cost: linear in the text and the edges.
 */
final class DotGraphParser {

  private static final int MAX_DEPTH = 200;

  /** One edge between subgraphs stands for every pair of their vertices, of which it lists all. */
  private static final int MAX_EDGES = 5_000_000;

  /** The vertices of a subgraph, those of the subgraphs in it apart; it may be inside itself. */
  private static final class Group {
    private final Set<String> vertices = new LinkedHashSet<>();
    private final List<Group> inner = new ArrayList<>();
  }

  private final DotTokens tokens;
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private final Map<String, Group> named = new HashMap<>();
  private final Set<List<String>> seen = new HashSet<>();
  private boolean strict;
  private boolean directed;
  private int depth;
  private long listed;

  private DotGraphParser(DotTokens tokens) {
    this.tokens = tokens;
  }

  /** The parsed text, of which {@link #graph} and {@link #directed} tell. */
  static DotGraphParser of(TextFile file) throws InputException {
    DotGraphParser parser = new DotGraphParser(new DotTokens(file));
    parser.header();
    parser.statements(new Group());
    if (parser.tokens.kind() != Kind.END) {
      throw parser.tokens.at(
          parser.tokens.start(), "only one graph is read, and this follows its end");
    }
    return parser;
  }

  EdgeList.Builder graph() {
    return graph;
  }

  boolean directed() {
    return directed;
  }

  private void header() throws InputException {
    strict = skip("strict");
    directed = tokens.is("digraph");
    if (!directed && !tokens.is("graph")) {
      throw tokens.at(tokens.start(), "a DOT file starts with \"graph\" or \"digraph\"");
    }
    tokens.next();
    if (tokens.kind() == Kind.NAME || tokens.kind() == Kind.HTML) {
      tokens.next();
    }
  }

  private boolean skip(String wanted) throws InputException {
    boolean found = tokens.is(wanted);
    if (found) {
      tokens.next();
    }
    return found;
  }

  private void require(String wanted) throws InputException {
    if (!skip(wanted)) {
      throw tokens.problem("\"" + wanted + "\"");
    }
  }

  private void statements(Group group) throws InputException {
    if (tokens.is("{") && ++depth > MAX_DEPTH) {
      throw tokens.at(tokens.start(), "subgraphs are nested more than " + MAX_DEPTH + " deep");
    }
    require("{");
    while (!tokens.is("}")) {
      if (!skip(";")) {
        statement(group);
      }
    }
    tokens.next();
    depth--;
  }

  private void statement(Group group) throws InputException {
    if (tokens.is("graph") || tokens.is("node") || tokens.is("edge")) {
      tokens.next();
      if (!tokens.is("[")) {
        throw tokens.problem("\"[\"");
      }
      attributes();
      return;
    }
    if (tokens.kind() == Kind.NAME || tokens.kind() == Kind.HTML) {
      String name = name("a statement");
      if (skip("=")) {
        name("a value");
        return;
      }
      edges(vertices(name, group), group);
    } else {
      edges(end(group), group);
    }
    attributes();
  }

  private String name(String what) throws InputException {
    if (tokens.kind() != Kind.NAME && tokens.kind() != Kind.HTML) {
      throw tokens.problem(what);
    }
    String name = tokens.value();
    tokens.next();
    return name;
  }

  /** The chain of edges that begins with these vertices, if an operator follows. */
  private void edges(Group first, Group group) throws InputException {
    Group from = first;
    while (tokens.is("->") || tokens.is("--")) {
      if (tokens.is("->") != directed) {
        throw tokens.at(
            tokens.start(),
            directed
                ? "\"--\" in a digraph; \"->\" is expected"
                : "\"->\" in a graph; \"--\" is expected");
      }
      int operator = tokens.start();
      tokens.next();
      Group to = end(group);
      Set<String> targets = flat(to);
      for (String source : flat(from)) {
        list(targets.size() + 1L, operator);
        targets.forEach(target -> edge(source, target));
      }
      list(targets.size(), operator);
      from = to;
    }
  }

  private void list(long more, int operator) throws InputException {
    listed += more;
    if (listed > MAX_EDGES) {
      throw tokens.at(operator, "more than %d edges are not read".formatted(MAX_EDGES));
    }
  }

  private void edge(String source, String target) {
    boolean ordered = directed || source.compareTo(target) <= 0;
    if (!strict || seen.add(ordered ? List.of(source, target) : List.of(target, source))) {
      graph.edge(source, target);
    }
  }

  /** One end of an edge: vertices between commas, or a subgraph. */
  private Group end(Group group) throws InputException {
    if (!tokens.is("subgraph") && !tokens.is("{")) {
      return vertices(name("a vertex or a subgraph"), group);
    }
    Group inner = new Group();
    if (skip("subgraph") && !tokens.is("{")) {
      inner = named.computeIfAbsent(name("the name of a subgraph"), fresh -> new Group());
    }
    group.inner.add(inner);
    statements(inner);
    return inner;
  }

  private Group vertices(String first, Group group) throws InputException {
    Group vertices = new Group();
    vertex(first, vertices, group);
    while (skip(",")) {
      vertex(name("a vertex"), vertices, group);
    }
    return vertices;
  }

  private void vertex(String name, Group vertices, Group group) throws InputException {
    graph.vertex(name);
    vertices.vertices.add(name);
    group.vertices.add(name);
    for (int i = 0; i < 2 && skip(":"); i++) {
      name("a port");
    }
  }

  /** All the vertices of a subgraph and of those in it. */
  private static Set<String> flat(Group group) {
    if (group.inner.isEmpty()) {
      return group.vertices;
    }
    Set<String> vertices = new LinkedHashSet<>();
    Set<Group> entered = new HashSet<>();
    Deque<Group> left = new ArrayDeque<>(List.of(group));
    while (!left.isEmpty()) {
      Group next = left.pop();
      if (entered.add(next)) {
        vertices.addAll(next.vertices);
        left.addAll(next.inner);
      }
    }
    return vertices;
  }

  private void attributes() throws InputException {
    while (skip("[")) {
      while (!tokens.is("]")) {
        String attribute = name("an attribute or \"]\"");
        if (!tokens.is("=")) {
          throw tokens.problem("\"=\" and the value of \"" + attribute + "\"");
        }
        tokens.next();
        name("the value of \"" + attribute + "\"");
        if (!skip(",")) {
          skip(";");
        }
      }
      tokens.next();
    }
  }
}
