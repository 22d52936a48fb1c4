package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotGraph.Edge;
import org.cotsim.languages.read.DotGraph.Node;

/**
 * Parses DOT by the grammar of Graphviz.
 *
 * <p>AutomataLib's parser keeps no places and jgrapht-io's loses edges between subgraphs; neither
 * reads all that Graphviz writes.
 */
final class DotParser {

  private static final int MAX_DEPTH = 200;
  private static final int MAX_EXPANDED = 10_000_000;

  /** What holds for nodes and edges named from here on. */
  private record Scope(Map<String, DotToken> node, Map<String, DotToken> edge) {

    Scope copy() {
      return new Scope(new HashMap<>(node), new HashMap<>(edge));
    }
  }

  private final TextFile file;
  private final DotLexer lexer;
  private final Set<String> wanted;
  private final int mostEdges;
  private final Map<String, Integer> numbers = new HashMap<>(); // by name
  private final List<DotToken> names = new ArrayList<>(); // by number
  private final List<Map<String, DotToken>> attributes = new ArrayList<>(); // by number
  private final List<Edge> edges = new ArrayList<>();
  private final List<Integer> mentions = new ArrayList<>(); // numbers of nodes, as they occur
  private final Map<String, Set<Integer>> subgraphs = new HashMap<>(); // by name
  private DotToken token;
  private boolean directed;
  private int depth;
  private long expanded; // nodes of subgraphs that were looked at one by one

  DotParser(TextFile file, Set<String> wanted, int mostEdges) throws InputException {
    this.file = file;
    this.lexer = new DotLexer(file);
    this.wanted = wanted;
    this.mostEdges = mostEdges;
    this.token = lexer.next();
  }

  DotGraph graph() throws InputException {
    boolean strict = takeKeyword("strict");
    DotToken kind = token;
    directed = kind.isKeyword("digraph");
    if (!directed && !kind.isKeyword("graph")) {
      throw error("a DOT file starts with \"graph\" or \"digraph\"");
    }
    next();
    if (token.isName()) {
      next();
    }
    body(new Scope(new HashMap<>(), new HashMap<>()));
    if (token.kind() != DotToken.Kind.END) {
      throw error(
          token.isSign("}")
              ? "this brace closes nothing"
              : "only one graph is read, and this follows its end");
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      nodes.add(new Node(names.get(i), attributes.get(i)));
    }
    return new DotGraph(strict, directed, kind, nodes, edges);
  }

  private void body(Scope scope) throws InputException {
    expect("{");
    if (++depth > MAX_DEPTH) {
      throw error("subgraphs are nested more than " + MAX_DEPTH + " deep");
    }
    while (!token.isSign("}")) {
      statement(scope);
      takeSign(";");
    }
    next();
    depth--;
  }

  private void statement(Scope scope) throws InputException {
    if (token.isKeyword("graph") || token.isKeyword("node") || token.isKeyword("edge")) {
      defaults(scope);
    } else if (token.isKeyword("subgraph") || token.isSign("{")) {
      edges(subgraph(scope, false), scope);
    } else if (token.isName()) {
      DotToken name = next();
      if (takeSign("=")) {
        name("a value"); // of the graph
      } else {
        nodes(name, scope);
      }
    } else {
      throw expected("a node, an edge or '}'");
    }
  }

  private void defaults(Scope scope) throws InputException {
    DotToken what = next();
    if (!token.isSign("[")) {
      throw expected("'[' after '" + what.text() + "'");
    }
    Map<String, DotToken> list = attributeLists();
    if (what.isKeyword("node")) {
      scope.node.putAll(list);
    } else if (what.isKeyword("edge")) {
      scope.edge.putAll(list);
    }
  }

  /** A node, or several with commas between them, or the edges that begin with them. */
  private void nodes(DotToken first, Scope scope) throws InputException {
    List<Integer> list = nodeList(first, scope);
    if (token.isOperator()) {
      edges(list, scope);
      return;
    }
    Map<String, DotToken> own = attributeLists();
    if (!own.isEmpty()) {
      for (int node : list) {
        Map<String, DotToken> all = new HashMap<>(attributes.get(node));
        all.putAll(own);
        attributes.set(node, all);
      }
    }
  }

  private List<Integer> nodeList(DotToken first, Scope scope) throws InputException {
    List<Integer> list = new ArrayList<>(List.of(node(first, scope)));
    while (takeSign(",")) {
      list.add(node(name("a node after ','"), scope));
    }
    return list;
  }

  private int node(DotToken name, Scope scope) throws InputException {
    for (int ports = 0; ports < 2 && takeSign(":"); ports++) {
      name("a port after ':'");
    }
    Integer known = numbers.get(name.text());
    if (known == null) {
      known = names.size();
      numbers.put(name.text(), known);
      names.add(name);
      attributes.add(Map.copyOf(scope.node));
    }
    mentions.add(known);
    return known;
  }

  /** The edges that begin with these nodes, if an operator follows. */
  private void edges(List<Integer> first, Scope scope) throws InputException {
    List<List<Integer>> ends = new ArrayList<>(List.of(first));
    List<DotToken> operators = new ArrayList<>();
    while (token.isOperator()) {
      if (token.isSign("->") != directed) {
        throw error(
            directed
                ? "\"--\" in a digraph; \"->\" is expected"
                : "\"->\" in a graph; \"--\" is expected");
      }
      operators.add(next());
      boolean subgraph = token.isKeyword("subgraph") || token.isSign("{");
      ends.add(
          subgraph
              ? subgraph(scope, true)
              : nodeList(name("a node after an edge operator"), scope));
    }
    Map<String, DotToken> all = new HashMap<>(scope.edge);
    all.putAll(operators.isEmpty() ? Map.of() : attributeLists());
    Map<String, DotToken> shared = Map.copyOf(all);
    for (int i = 0; i < operators.size(); i++) {
      connect(ends.get(i), ends.get(i + 1), operators.get(i), shared);
    }
  }

  private void connect(
      List<Integer> sources, List<Integer> targets, DotToken by, Map<String, DotToken> shared)
      throws InputException {
    if (edges.size() + (long) sources.size() * targets.size() > mostEdges) {
      throw file.error(by.line(), by.column(), "more than " + mostEdges + " edges");
    }
    for (int source : sources) {
      for (int target : targets) {
        edges.add(new Edge(source, target, by, shared));
      }
    }
  }

  /** The nodes that a subgraph and its namesakes before it name, if it is the end of an edge. */
  private List<Integer> subgraph(Scope scope, boolean follows) throws InputException {
    String name = takeKeyword("subgraph") && token.isName() ? next().text() : "";
    int start = mentions.size();
    body(scope.copy());
    boolean end = follows || token.isOperator();
    if (!end && name.isEmpty()) {
      return List.of();
    }
    Set<Integer> named =
        name.isEmpty()
            ? new LinkedHashSet<>()
            : subgraphs.computeIfAbsent(name, key -> new LinkedHashSet<>());
    expanded += mentions.size() - start;
    named.addAll(mentions.subList(start, mentions.size()));
    expanded += end ? named.size() : 0;
    if (expanded > MAX_EXPANDED) {
      throw error("subgraphs name more than " + MAX_EXPANDED + " nodes, all together");
    }
    return end ? List.copyOf(named) : List.of();
  }

  private Map<String, DotToken> attributeLists() throws InputException {
    Map<String, DotToken> found = new HashMap<>();
    while (takeSign("[")) {
      while (!takeSign("]")) {
        DotToken attribute = name("an attribute or ']'");
        expect("=");
        DotToken value = name("a value");
        if (wanted.contains(attribute.text())) {
          found.put(attribute.text(), value);
        }
        if (!takeSign(",")) {
          takeSign(";");
        }
      }
    }
    return found;
  }

  private DotToken name(String what) throws InputException {
    if (!token.isName()) {
      throw expected(what);
    }
    return next();
  }

  private DotToken next() throws InputException {
    DotToken last = token;
    token = lexer.next();
    return last;
  }

  private boolean takeSign(String sign) throws InputException {
    boolean taken = token.isSign(sign);
    if (taken) {
      next();
    }
    return taken;
  }

  private boolean takeKeyword(String word) throws InputException {
    boolean taken = token.isKeyword(word);
    if (taken) {
      next();
    }
    return taken;
  }

  private void expect(String sign) throws InputException {
    if (!takeSign(sign)) {
      throw expected("'" + sign + "'");
    }
  }

  private InputException expected(String what) {
    return error("expected %s, found %s".formatted(what, token.found()));
  }

  private InputException error(String message) {
    return file.error(token.line(), token.column(), message);
  }
}
