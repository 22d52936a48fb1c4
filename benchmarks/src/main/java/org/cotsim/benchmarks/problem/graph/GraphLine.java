package org.cotsim.benchmarks.problem.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphBatchReader;

/** A question about a small graph as a line of a {@code .jsonl} batch. */
final class GraphLine {

  private static final Pattern NAME = Pattern.compile("v(0|[1-9][0-9]{0,8})");

  private GraphLine() {}

  /**
   * The question of a line about a graph whose vertices are called v0, v1 and so on.
   *
   * @param problem its name
   * @param vertices how many there are, also those without an edge
   */
  static ConnectivityInstance parse(String problem, String line, int vertices, boolean directed)
      throws InputException {
    ConnectivityInstance read = GraphBatchReader.read(problem, line).instance();
    if (read.directed() != directed) {
      throw InputException.in(
          problem, "found \"directed\": %s, expected %s".formatted(read.directed(), directed));
    }
    List<Integer> numbers = new ArrayList<>();
    for (String name : read.names()) {
      boolean fits = NAME.matcher(name).matches() && Integer.parseInt(name.substring(1)) < vertices;
      if (!fits) {
        throw InputException.in(
            problem,
            "unknown vertex %s, expected v0 to v%d"
                .formatted(Characters.quoted(name), vertices - 1));
      }
      numbers.add(Integer.parseInt(name.substring(1)));
    }
    List<Edge> edges =
        read.edges().stream()
            .map(edge -> new Edge(numbers.get(edge.source()), numbers.get(edge.target())))
            .toList();
    List<String> names = IntStream.range(0, vertices).mapToObj(number -> "v" + number).toList();
    return new ConnectivityInstance(
        new EdgeList(names, edges, directed),
        numbers.get(read.source()),
        numbers.get(read.target()),
        "");
  }

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
