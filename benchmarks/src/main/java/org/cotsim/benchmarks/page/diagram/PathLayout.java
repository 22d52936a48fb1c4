package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.input.Point;

/** Finds out that a connected graph is one path: a row, or several to and fro if it is long. */
final class PathLayout {

  private static final int ROW = 8; // nodes that stand in one row
  private static final double WIDE = 2; // rows compared to their number

  private PathLayout() {}

  /** The places along the path; empty if the graph is none. */
  static Optional<List<Point>> of(Diagram diagram) {
    int size = diagram.nodes().size();
    List<List<Integer>> neighbours = new ArrayList<>();
    diagram.nodes().forEach(any -> neighbours.add(new ArrayList<>()));
    int[] entered = new int[size];
    for (Diagram.Edge edge : diagram.edges()) {
      neighbours.get(edge.from()).add(edge.to());
      neighbours.get(edge.to()).add(edge.from());
      entered[edge.to()]++;
    }
    List<Integer> ends =
        IntStream.range(0, size).filter(n -> neighbours.get(n).size() == 1).boxed().toList();
    boolean path =
        diagram.edges().size() == size - 1
            && ends.size() == 2
            && neighbours.stream().allMatch(all -> all.size() <= 2);
    if (!path) {
      return Optional.empty();
    }
    boolean turned = diagram.arrows() && entered[ends.get(0)] > entered[ends.get(1)];
    return Optional.of(along(neighbours, ends.get(turned ? 1 : 0)));
  }

  private static List<Point> along(List<List<Integer>> neighbours, int first) {
    int size = neighbours.size();
    int row = size <= ROW ? size : Math.max(ROW, (int) Math.ceil(Math.sqrt(WIDE * size)));
    Point[] places = new Point[size];
    int before = -1;
    int node = first;
    for (int i = 0; i < size; i++) {
      int down = i / row;
      int right = down % 2 == 0 ? i % row : row - 1 - i % row;
      places[node] = new Point(right, down);
      for (int next : neighbours.get(node)) {
        if (next != before) {
          before = node;
          node = next;
          break;
        }
      }
    }
    return List.of(places);
  }
}
