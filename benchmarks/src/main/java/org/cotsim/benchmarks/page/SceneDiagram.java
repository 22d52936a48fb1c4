package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.benchmarks.page.diagram.Diagram;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.turing.TuringMachine;

/** The picture of a machine or a graph, without what happens in it. */
public final class SceneDiagram {

  private static final int LINES = 5; // written beside one edge
  private static final int LONGEST = 34; // characters of a line
  private static final int ROW = 9; // characters of symbols in a line

  private SceneDiagram() {}

  /** The same for equal scenes, whatever happens in them. */
  public static Diagram of(MachineScene scene) {
    if (scene instanceof MachineScene.Automaton automaton) {
      return of(automaton.language());
    }
    if (scene instanceof MachineScene.Tapes tapes) {
      return of(tapes.machine());
    }
    return scene instanceof MachineScene.Levels levels
        ? of(levels.instance())
        : of(((MachineScene.Search) scene).instance());
  }

  private static Diagram of(RegularLanguage language) {
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    for (int state = 0; state < language.size(); state++) {
      boolean accepting = language.dfa().isAccepting(state);
      String classes = (accepting ? "accepting " : "") + (state == 0 ? "initial" : "");
      nodes.add(new Diagram.Node(language.stateNames().get(state), classes.strip()));
      Map<Integer, List<String>> symbols = new LinkedHashMap<>();
      for (String symbol : language.alphabet()) {
        symbols
            .computeIfAbsent(language.dfa().getSuccessor(state, symbol), any -> new ArrayList<>())
            .add(symbol);
      }
      int from = state;
      symbols.forEach((to, all) -> edges.add(edge(from, to, lines(all))));
    }
    return new Diagram(
        "the automaton of " + language.name(), nodes, edges, true, language.drawing());
  }

  private static Diagram of(TuringMachine machine) {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int state = 0; state < machine.states().size(); state++) {
      String classes =
          (machine.accepts(state) ? "accepting " : "")
              + (state == machine.initial() ? "initial" : "");
      nodes.add(new Diagram.Node(machine.states().get(state), classes.strip()));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (int state = 0; state < machine.states().size(); state++) {
      int from = state;
      MachineLabels.from(machine, state).forEach((to, lines) -> edges.add(edge(from, to, lines)));
    }
    return new Diagram("the states of " + machine.name(), nodes, edges, true, machine.drawing());
  }

  private static Diagram of(ConnectivityInstance instance) {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int vertex = 0; vertex < instance.names().size(); vertex++) {
      String classes =
          (vertex == instance.source() ? "initial " : "")
              + (vertex == instance.target() ? "accepting" : "");
      nodes.add(new Diagram.Node(instance.names().get(vertex), classes.strip()));
    }
    Set<Diagram.Edge> edges = new LinkedHashSet<>();
    for (Edge edge : instance.edges()) {
      boolean swap = !instance.directed() && edge.source() > edge.target();
      edges.add(
          Diagram.Edge.plain(
              swap ? edge.target() : edge.source(), swap ? edge.source() : edge.target()));
    }
    return new Diagram("the graph", nodes, List.copyOf(edges), instance.directed(), List.of());
  }

  /** An edge with so many lines beside it as can be read there. */
  private static Diagram.Edge edge(int from, int to, List<String> lines) {
    List<String> shown = lines;
    if (lines.size() > LINES) {
      shown = new ArrayList<>(lines.subList(0, LINES - 1));
      shown.add("and " + (lines.size() - LINES + 1) + " more");
    }
    return new Diagram.Edge(
        from, to, shown.stream().map(SceneDiagram::cut).toList(), String.join("\n", lines));
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
  }

  /** Symbols in lines that are about as wide as the lines are high. */
  private static List<String> lines(List<String> symbols) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String symbol : symbols) {
      if (line.length() > 0 && line.length() + symbol.length() >= ROW) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(symbol);
    }
    lines.add(line.toString());
    return lines;
  }
}
