package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.turing.TuringMachine;

/** The picture of a machine or a graph, without what happens in it. */
final class SceneDiagram {

  private static final int LABELS = 4; // written beside one edge

  private SceneDiagram() {}

  static Diagram of(MachineScene scene) {
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
    Labels labels = new Labels();
    for (int state = 0; state < language.size(); state++) {
      boolean accepting = language.dfa().isAccepting(state);
      String classes = (accepting ? "accepting " : "") + (state == 0 ? "initial" : "");
      nodes.add(new Diagram.Node(language.stateNames().get(state), classes.strip()));
      for (String symbol : language.alphabet()) {
        labels.add(state, language.dfa().getSuccessor(state, symbol), symbol);
      }
    }
    return new Diagram("the automaton of " + language.name(), nodes, labels.edges(), true);
  }

  private static Diagram of(TuringMachine machine) {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int state = 0; state < machine.states().size(); state++) {
      String classes =
          (machine.accepts(state) ? "accepting " : "")
              + (state == machine.initial() ? "initial" : "");
      nodes.add(new Diagram.Node(machine.states().get(state), classes.strip()));
    }
    Labels labels = new Labels();
    int[] read = new int[machine.tapes()];
    for (int state = 0; state < machine.states().size(); state++) {
      addMoves(machine, state, read, 0, labels);
    }
    return new Diagram("the states of " + machine.name(), nodes, labels.edges(), true);
  }

  /** Adds the moves of a state for all symbols on the tapes from one on. */
  private static void addMoves(
      TuringMachine machine, int state, int[] read, int tape, Labels labels) {
    if (tape < read.length) {
      for (read[tape] = 0; read[tape] < machine.symbols().size(); read[tape]++) {
        addMoves(machine, state, read, tape + 1, labels);
      }
      return;
    }
    int action = machine.actionAt(state, read);
    if (action >= 0) {
      labels.add(state, machine.nextState(action), String.join(",", machine.decode(read)));
    }
  }

  private static Diagram of(ConnectivityInstance instance) {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int vertex = 0; vertex < instance.names().size(); vertex++) {
      String classes =
          (vertex == instance.source() ? "initial " : "")
              + (vertex == instance.target() ? "accepting" : "");
      nodes.add(new Diagram.Node(instance.names().get(vertex), classes.strip()));
    }
    Labels edges = new Labels();
    for (Edge edge : instance.edges()) {
      boolean swap = !instance.directed() && edge.source() > edge.target();
      edges.add(swap ? edge.target() : edge.source(), swap ? edge.source() : edge.target(), "");
    }
    return new Diagram("the graph", nodes, edges.edges(), instance.directed());
  }

  /** Edges, each with all that is written beside it. */
  private static final class Labels {
    private final Map<Integer, Map<Integer, List<String>>> byEnds = new TreeMap<>();

    void add(int from, int to, String label) {
      byEnds
          .computeIfAbsent(from, any -> new LinkedHashMap<>())
          .computeIfAbsent(to, any -> new ArrayList<>())
          .add(label);
    }

    List<Diagram.Edge> edges() {
      List<Diagram.Edge> edges = new ArrayList<>();
      byEnds.forEach(
          (from, targets) ->
              targets.forEach((to, all) -> edges.add(new Diagram.Edge(from, to, shown(all)))));
      return edges;
    }

    private static String shown(List<String> all) {
      String few = String.join(" ", all.subList(0, Math.min(all.size(), LABELS))).strip();
      return all.size() > LABELS && !few.isEmpty() ? few + " \u2026" : few;
    }
  }
}
