package org.cotsim.benchmarks.problem.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;

/** A question about a small graph as a line of a {@code .jsonl} batch. */
final class GraphLine {

  private GraphLine() {}

  static String of(ConnectivityInstance input) {
    JsonArray edges = new JsonArray();
    for (Edge edge : input.edges()) {
      JsonArray ends = new JsonArray();
      ends.add(input.names().get(edge.source()));
      ends.add(input.names().get(edge.target()));
      edges.add(ends);
    }
    JsonObject line = new JsonObject();
    line.add("edges", edges);
    line.addProperty("source", input.sourceName());
    line.addProperty("target", input.targetName());
    line.addProperty("directed", input.directed());
    return line.toString();
  }
}
