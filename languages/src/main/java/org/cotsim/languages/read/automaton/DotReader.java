package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.automatalib.graph.base.CompactEdge;
import net.automatalib.graph.impl.CompactUniversalGraph;
import net.automatalib.serialization.dot.DOTParsers;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.DotCheck;
import org.cotsim.languages.read.LibraryParser;
import org.cotsim.languages.read.TextFile;

/**
 * Automata drawn as GraphViz digraphs, as AutomataLib writes them or by hand.
 *
 * <p>Accepting states have the shape {@code doublecircle} or two peripheries. A node that no edge
 * enters marks its successors as initial if its edges have no labels (AutomataLib's {@code
 * __start0}) or its shape is {@code none}, {@code point}, {@code plain} or {@code plaintext}. An
 * edge label is one symbol; single characters with commas between them, such as {@code 0,1}, are as
 * many edges; {@code ε} and {@code <eps>} read nothing. AutomataLib's parser keeps no positions.
 */
final class DotReader {

  private static final Set<String> MARKER_SHAPES = Set.of("none", "point", "plain", "plaintext");
  private static final Set<String> EPSILON = Set.of("ε", "<eps>");
  private static final Pattern NUMERAL =
      Pattern.compile("(?<![\\w.-])-?(?:\\.\\d++|\\d++(?:\\.\\d*+)?)(?![\\w.])");

  private record Edge(int source, int target, String label) {}

  private final TextFile file;
  private final InputProblems problems;
  private final EpsilonNfa nfa;
  private final CompactUniversalGraph<Map<String, String>, Map<String, String>> graph;
  private final List<Edge> edges = new ArrayList<>();
  private final Set<Integer> markers;
  private final Map<Integer, Integer> states = new HashMap<>();

  private DotReader(TextFile file) throws InputException {
    this.file = file;
    this.problems = new InputProblems(file.source());
    this.nfa = new EpsilonNfa(file.source());
    this.graph =
        LibraryParser.parse(
            DOTParsers.graph(Function.identity(), Function.identity()),
            file,
            prepared(file),
            "DOT");
    for (int node : graph.getNodes()) {
      for (CompactEdge<Map<String, String>> edge : graph.getOutgoingEdges(node)) {
        String label = edge.getProperty().getOrDefault("label", "").strip();
        edges.add(new Edge(node, edge.getTarget(), label));
      }
    }
    this.markers = markers();
  }

  /**
   * The text with quotes around its numerals, which AutomataLib's parser does not take otherwise.
   */
  private static String prepared(TextFile file) throws InputException {
    DotCheck check = DotCheck.of(file);
    if (!check.directed()) {
      throw file.error(check.kind(), "an undirected graph, expected 'digraph'");
    }
    StringBuilder quoted = new StringBuilder();
    int done = 0;
    Matcher numeral = NUMERAL.matcher(check.plain());
    while (numeral.find()) {
      quoted.append(file.text(), done, numeral.start());
      quoted.append('"').append(numeral.group()).append('"');
      done = numeral.end();
    }
    return quoted.append(file.text(), done, file.text().length()).toString();
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    return new DotReader(file).language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    for (int node : graph.getNodes()) {
      if (!markers.contains(node)) {
        states.put(node, nfa.addState());
        if (isAccepting(graph.getNodeProperty(node))) {
          nfa.setAccepting(states.get(node));
        }
      }
    }
    for (Edge edge : edges) {
      if (markers.contains(edge.source)) {
        nfa.setInitial(states.get(edge.target));
      } else {
        addEdge(edge);
      }
    }
    problems.throwIfAny();
    if (markers.isEmpty()) {
      throw InputException.in(
          file.source(),
          "no initial state: expected a node such as __start0 with an edge without label to it");
    }
    return nfa.language(name, List.of());
  }

  private static boolean isAccepting(Map<String, String> attributes) {
    return "doublecircle".equals(attributes.get("shape"))
        || "2".equals(attributes.get("peripheries"));
  }

  /** Nodes that are left but never entered, and are no states for their labels or shape. */
  private Set<Integer> markers() {
    Set<Integer> found = new HashSet<>();
    edges.forEach(edge -> found.add(edge.source));
    edges.forEach(edge -> found.remove(edge.target));
    for (Edge edge : edges) {
      String shape = graph.getNodeProperty(edge.source).getOrDefault("shape", "");
      if (!edge.label.isEmpty() && !MARKER_SHAPES.contains(shape)) {
        found.remove(edge.source);
      }
    }
    return found;
  }

  private void addEdge(Edge edge) throws InputException {
    int source = states.get(edge.source);
    int target = states.get(edge.target);
    for (String symbol : symbols(edge.label)) {
      if (symbol.isEmpty()) {
        problems.add(0, 0, describe(edge) + " has no label, expected a symbol");
      } else if (symbol.chars().anyMatch(Character::isWhitespace) || symbol.contains("\\n")) {
        problems.add(
            0, 0, describe(edge) + " has white space in its label '" + symbol + "', not a symbol");
      } else if (EPSILON.contains(symbol)) {
        nfa.addEpsilon(source, target);
      } else {
        nfa.addTransition(source, symbol, target);
      }
    }
  }

  private static List<String> symbols(String label) {
    List<String> parts = Arrays.stream(label.split(",", -1)).map(String::strip).toList();
    return parts.stream().allMatch(part -> part.codePointCount(0, part.length()) == 1)
        ? parts
        : List.of(label);
  }

  private String describe(Edge edge) {
    return "the edge from %s to %s".formatted(describe(edge.source), describe(edge.target));
  }

  /** AutomataLib's graphs keep the labels of nodes but not their identifiers. */
  private String describe(int node) {
    String label = graph.getNodeProperty(node).getOrDefault("label", "");
    return label.isEmpty() ? "node " + (node + 1) : "'" + label + "'";
  }
}
