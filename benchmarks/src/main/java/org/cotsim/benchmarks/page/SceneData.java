package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.turing.TuringMachine;

/**
 * What the oracle's machine does, step by step, as JSON; the picture itself is drawn by {@link
 * SceneDiagram}.
 */
final class SceneData {

  private SceneData() {}

  static JsonObject of(Optional<MachineScene> scene) {
    JsonObject json = new JsonObject();
    if (scene.isEmpty()) {
      json.addProperty("kind", "none");
    } else if (scene.get() instanceof MachineScene.Automaton automaton) {
      add(json, automaton);
    } else if (scene.get() instanceof MachineScene.Tapes tapes) {
      add(json, tapes);
    } else if (scene.get() instanceof MachineScene.Search search) {
      add(json, search);
    } else {
      json.addProperty("kind", "none"); // what is shown of it is read off the weights
    }
    return json;
  }

  /** {@code states}: their names; {@code run}: their numbers in their order. */
  private static void add(JsonObject json, MachineScene.Automaton automaton) {
    json.addProperty("kind", "automaton");
    json.add("states", TraceData.texts(automaton.language().stateNames()));
    json.add("run", TraceData.numbers(automaton.run().stream().mapToInt(state -> state)));
    json.add(
        "accepting",
        TraceData.numbers(
            IntStream.range(0, automaton.language().size())
                .filter(state -> automaton.language().dfa().isAccepting(state))));
  }

  /** {@code actions}: what each does; {@code run}: their indices in the order of the steps. */
  private static void add(JsonObject json, MachineScene.Tapes tapes) {
    TuringMachine machine = tapes.machine();
    json.addProperty("kind", "tapes");
    json.add("states", TraceData.texts(machine.states()));
    json.add("symbols", TraceData.texts(machine.symbols()));
    json.addProperty("initial", machine.initial());
    json.addProperty("tapes", machine.tapes());
    json.add("input", TraceData.numbers(IntStream.of(machine.encode(tapes.word()))));
    JsonArray actions = new JsonArray();
    for (int a = 0; a < machine.actions().size(); a++) {
      int action = a;
      JsonObject one = new JsonObject();
      one.addProperty("state", machine.nextState(a));
      one.add(
          "writes",
          TraceData.numbers(
              IntStream.range(0, machine.tapes()).map(t -> machine.written(action, t))));
      one.add(
          "moves",
          TraceData.numbers(
              IntStream.range(0, machine.tapes()).map(t -> machine.shift(action, t))));
      actions.add(one);
    }
    json.add("actions", actions);
    json.add("run", TraceData.numbers(tapes.actions().stream().mapToInt(action -> action)));
  }

  /**
   * {@code order}: the vertices in the order of their discovery; {@code run}: for each step {@code
   * [from, to, discovered, taken]}, the ends of the edge examined (a skip has the same vertex
   * twice), how many vertices are discovered after it, and how many had been taken from the queue.
   */
  private static void add(JsonObject json, MachineScene.Search search) {
    ConnectivityInstance instance = search.instance();
    json.addProperty("kind", "search");
    json.add("names", TraceData.texts(instance.names()));
    json.addProperty("source", instance.source());
    json.addProperty("target", instance.target());
    json.addProperty("directed", instance.directed());
    List<Integer> order = new ArrayList<>(List.of(instance.source()));
    BitSet seen = new BitSet();
    seen.set(instance.source());
    JsonArray run = new JsonArray();
    int taken = 0;
    for (ChainStep step : search.steps()) {
      int from;
      int to;
      if (step instanceof ChainStep.Examine examine) {
        Edge edge = instance.edges().get(examine.edge());
        from = examine.from(edge);
        to = examine.to(edge);
        taken = order.indexOf(from) + 1;
        if (!seen.get(to)) {
          seen.set(to);
          order.add(to);
        }
      } else {
        from = order.get(taken);
        to = from;
        taken++;
      }
      run.add(TraceData.numbers(IntStream.of(from, to, order.size(), taken)));
    }
    json.add("order", TraceData.numbers(order.stream().mapToInt(vertex -> vertex)));
    json.add("run", run);
  }
}
