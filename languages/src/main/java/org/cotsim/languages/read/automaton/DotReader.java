package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotsim.languages.automaton.Limits;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotGraph;
import org.cotsim.languages.read.DotGraph.Edge;
import org.cotsim.languages.read.DotGraph.Node;
import org.cotsim.languages.read.DotToken;
import org.cotsim.languages.read.TextFile;

/**
 * Automata drawn as GraphViz digraphs, as AutomataLib writes them or by hand.
 *
 * <p>Accepting states have the shape {@code doublecircle} or two peripheries. A node that no edge
 * enters marks its successors as initial if its edges have no labels (AutomataLib's {@code
 * __start0}) or its shape is {@code none}, {@code point}, {@code plain} or {@code plaintext}. An
 * edge label is one symbol; single characters with commas between them, such as {@code 0,1}, are as
 * many edges.
 */
final class DotReader {

  private static final Set<String> MARKER_SHAPES = Set.of("none", "point", "plain", "plaintext");
  private static final Set<String> WANTED = Set.of("label", "shape", "peripheries");

  private final DotGraph graph;
  private final AutomatonBuilder automaton;
  private final List<DotLabel> labels = new ArrayList<>(); // by edge
  private final Set<Integer> markers;

  private DotReader(TextFile file) throws InputException {
    this.automaton = new AutomatonBuilder(file.source());
    this.graph = DotGraph.read(file, WANTED, Limits.TRANSITIONS);
    graph.edges().forEach(edge -> labels.add(DotLabel.of(edge)));
    this.markers = markers();
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    return new DotReader(file).language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    DotToken kind = graph.kind();
    if (!graph.directed()) {
      automaton.problem(kind.line(), kind.column(), "an undirected graph, expected 'digraph'");
    } else if (markers.isEmpty()) {
      automaton.problem(
          kind.line(),
          kind.column(),
          "no initial state: expected a node such as __start0 with an edge without label to it");
    }
    int[] states = states();
    for (int i = 0; i < labels.size(); i++) {
      Edge edge = graph.edges().get(i);
      if (markers.contains(edge.source())) {
        automaton.setInitial(states[edge.target()]);
      } else {
        addEdge(edge, labels.get(i), states[edge.source()], states[edge.target()]);
      }
    }
    if (labels.stream().anyMatch(DotLabel::html)) {
      automaton.note("HTML labels are read without their markup");
    }
    return automaton.language(name);
  }

  private int[] states() throws InputException {
    int[] states = new int[graph.nodes().size()];
    for (int node = 0; node < states.length; node++) {
      if (!markers.contains(node)) {
        states[node] = automaton.addState(stateName(graph.nodes().get(node)));
        if (isAccepting(graph.nodes().get(node))) {
          automaton.setAccepting(states[node]);
        }
      }
    }
    return states;
  }

  /** As GraphViz draws it. */
  private static String stateName(Node node) {
    String label = node.text("label");
    return label.isBlank() || label.equals("\\N") ? node.name().text() : label;
  }

  private static boolean isAccepting(Node node) {
    return node.text("shape").equals("doublecircle") || node.text("peripheries").equals("2");
  }

  /** Nodes that are left but never entered, and are no states for their labels or shape. */
  private Set<Integer> markers() {
    Set<Integer> found = new HashSet<>();
    graph.edges().forEach(edge -> found.add(edge.source()));
    graph.edges().forEach(edge -> found.remove(edge.target()));
    for (int i = 0; i < labels.size(); i++) {
      int source = graph.edges().get(i).source();
      Node node = graph.nodes().get(source);
      boolean labelled = !labels.get(i).text().isEmpty();
      if ((labelled && !MARKER_SHAPES.contains(node.text("shape"))) || isAccepting(node)) {
        found.remove(source);
      }
    }
    return found;
  }

  private void addEdge(Edge edge, DotLabel label, int source, int target) throws InputException {
    if (label.text().isEmpty()) {
      automaton.problem(
          label.place().line(),
          label.place().column(),
          "the edge from %s to %s has no label, expected a symbol"
              .formatted(name(edge.source()), name(edge.target())));
      return;
    }
    for (String symbol : symbols(label.text())) {
      automaton.addMove(source, symbol, target, label.place().line(), label.place().column());
    }
  }

  private static List<String> symbols(String label) {
    List<String> parts = Arrays.stream(label.split(",", -1)).map(String::strip).toList();
    return parts.stream().allMatch(part -> part.codePointCount(0, part.length()) == 1)
        ? parts
        : List.of(label);
  }

  private String name(int node) {
    return Characters.quoted(graph.nodes().get(node).name().text());
  }
}
