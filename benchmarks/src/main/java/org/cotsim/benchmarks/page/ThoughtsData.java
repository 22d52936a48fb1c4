package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.construct.graph.ThoughtConstruction;
import org.cotsim.simulator.trace.Moment;

/**
 * The set inside the vector of each thought, as numbers that the weights computed.
 *
 * @param instance what was asked
 * @param vectors per thought, from the think token on, the numbers of each subspace by vertex
 * @param takers the heads that take edges: layer, head, and 1 if it takes them backward
 */
record ThoughtsData(
    ConnectivityInstance instance,
    List<Map<String, List<Double>>> vectors,
    List<List<Integer>> takers) {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double NOISE = 1e-12;

  ThoughtsData {
    vectors = List.copyOf(vectors);
    takers = List.copyOf(takers);
  }

  /**
   * What a run shows.
   *
   * @return empty if the decoder has no continuous thoughts, or no graph is asked about
   */
  static Optional<ThoughtsData> of(TracedInput run) {
    return run.assembly().model().feedback().isPresent()
            && run.scene().orElse(null) instanceof MachineScene.Levels levels
        ? Optional.of(new ThoughtsData(levels.instance(), vectors(run), takers(run)))
        : Optional.empty();
  }

  private static List<Map<String, List<Double>>> vectors(TracedInput run) {
    return run.trace().moments().stream()
        .filter(moment -> moment.decision().isPresent())
        .map(Moment::numbers)
        .toList();
  }

  private static List<List<Integer>> takers(TracedInput run) {
    List<List<Integer>> takers = new ArrayList<>();
    List<Blueprint.LayerNotes> layers = run.assembly().blueprint().layers();
    for (int l = 0; l < layers.size(); l++) {
      for (int h = 0; h < layers.get(l).heads().size(); h++) {
        int way = ThoughtConstruction.LEAVE.indexOf(layers.get(l).heads().get(h).name());
        if (way >= 0) {
          takers.add(List.of(l, h, way));
        }
      }
    }
    return takers;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("names", TraceData.texts(instance.names()));
    json.addProperty("target", instance.target());
    json.addProperty("directed", instance.directed());
    JsonArray edges = new JsonArray();
    instance
        .edges()
        .forEach(edge -> edges.add(TraceData.numbers(IntStream.of(edge.source(), edge.target()))));
    json.add("edges", edges);
    JsonArray heads = new JsonArray();
    takers.forEach(taker -> heads.add(TraceData.numbers(taker.stream().mapToInt(i -> i))));
    json.add("takers", heads);
    JsonArray steps = new JsonArray();
    for (Map<String, List<Double>> vector : vectors) {
      JsonObject one = new JsonObject();
      vector.forEach((name, numbers) -> one.add(name, figures(numbers)));
      steps.add(one);
    }
    json.add("vectors", steps);
    return json;
  }

  /** The numbers of the vertices of the graph; a model may have tokens for more. */
  private JsonArray figures(List<Double> numbers) {
    JsonArray json = new JsonArray();
    numbers.stream().limit(instance.names().size()).forEach(one -> json.add(figure(one)));
    return json;
  }

  private static BigDecimal figure(double value) {
    return Math.abs(value) < NOISE
        ? BigDecimal.ZERO
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros();
  }
}
