package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.read.graph.GraphText;

/** A graph in a page: its edges as JSON, or the text of others. */
final class LiveGraph {

  /** The kind's name in JSON. */
  static final String KIND = "graph";

  private static final int MOST_VERTICES = 60;
  private static final int MOST_EDGES = 200;

  private LiveGraph() {}

  /** Adds the graph of a problem, if it has one that is quick to build. */
  static boolean addTo(JsonObject json, TracedInput run) {
    Optional<GraphFile> file =
        run.problem() instanceof VertexQuestions<?> asked ? asked.graph() : Optional.empty();
    if (file.isEmpty() || !isSmall(file.get().graph())) {
      return false;
    }
    EdgeList graph = file.get().graph();
    json.addProperty("name", file.get().source());
    json.add("notes", TraceData.texts(file.get().notes()));
    json.addProperty("directed", graph.directed());
    json.add("vertices", TraceData.texts(graph.names()));
    json.add(
        "edges",
        TraceData.numbers(
            graph.edges().stream().flatMapToInt(e -> IntStream.of(e.source(), e.target()))));
    json.addProperty("text", GraphText.write(graph));
    run.scene()
        .flatMap(TraceWords::graph)
        .ifPresent(
            asked -> {
              json.addProperty("source", asked.sourceName());
              json.addProperty("target", asked.targetName());
            });
    return true;
  }

  private static boolean isSmall(EdgeList graph) {
    return graph.names().size() <= MOST_VERTICES && graph.edges().size() <= MOST_EDGES;
  }

  /** The problem: with a field {@code graph}, that is the text of other edges. */
  static WaysToBuild<?> read(JsonObject json, LiveProblems problems) throws InputException {
    boolean directed = json.get("directed").getAsBoolean();
    if (!json.has("graph")) {
      EdgeList graph =
          new EdgeList(
              LiveProblem.texts(json.getAsJsonArray("vertices")),
              edges(json.getAsJsonArray("edges")),
              directed);
      List<String> notes = LiveProblem.texts(json.getAsJsonArray("notes"));
      return problems.ofGraph(new GraphFile(LiveProblem.text(json, "name"), graph, notes));
    }
    GraphFile typed = GraphText.read("edges", LiveProblem.text(json, "graph"), directed);
    if (!isSmall(typed.graph())) {
      throw InputException.in(
          "edges",
          "%d vertices and %d edges are too many for a page, which takes %d and %d; the command line builds it"
              .formatted(typed.names().size(), typed.edges().size(), MOST_VERTICES, MOST_EDGES));
    }
    return problems.ofGraph(typed);
  }

  private static List<Edge> edges(JsonArray ends) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < ends.size(); i += 2) {
      edges.add(new Edge(ends.get(i).getAsInt(), ends.get(i + 1).getAsInt()));
    }
    return edges;
  }
}
