package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.input.Point;

/**
 * Finds out that a connected graph is a grid, from two of its corners.
 *
 * <p>In a grid a vertex is known by how far it is from the two ends of a side. Cost: a search of
 * the graph from each vertex with two neighbours, and a comparison for each pair of them, stopped
 * if they are many.
 */
final class GridLayout {

  private static final int CORNERS = 4;

  private final List<List<Integer>> neighbours = new ArrayList<>();
  private final Diagram diagram;

  private GridLayout(Diagram diagram) {
    this.diagram = diagram;
    diagram.nodes().forEach(any -> neighbours.add(new ArrayList<>()));
    for (Diagram.Edge edge : diagram.edges()) {
      neighbours.get(edge.from()).add(edge.to());
      neighbours.get(edge.to()).add(edge.from());
    }
  }

  /**
   * The places in rows and columns, edges to the right and down if they can all be so.
   *
   * @return empty if the graph is no grid of two rows and columns or more
   */
  static Optional<List<Point>> of(Diagram diagram) {
    GridLayout grid = new GridLayout(diagram);
    List<Integer> corners = new ArrayList<>();
    for (int node = 0; node < diagram.nodes().size(); node++) {
      if (grid.neighbours.get(node).size() == 2) {
        corners.add(node);
      }
    }
    return corners.size() == CORNERS ? grid.from(corners) : Optional.empty();
  }

  private Optional<List<Point>> from(List<Integer> corners) {
    List<List<Point>> found = new ArrayList<>();
    for (int first : corners) {
      for (int second : corners) {
        if (first != second) {
          places(first, second).ifPresent(found::add);
        }
      }
    }
    return found.stream().min(Comparator.comparingLong(this::price));
  }

  /** Edges against the reading direction, and then rows. */
  private long price(List<Point> places) {
    long against =
        diagram.edges().stream()
            .filter(edge -> against(places.get(edge.from()), places.get(edge.to())))
            .count();
    double rows = places.stream().mapToDouble(Point::y).max().orElse(0);
    return against * places.size() + (long) rows;
  }

  private boolean against(Point from, Point to) {
    return diagram.arrows() && (to.x() < from.x() || to.y() < from.y());
  }

  /** With the one corner at the top left and the other at the top right. */
  private Optional<List<Point>> places(int first, int second) {
    int[] near = distances(first);
    int[] far = distances(second);
    int last = near[second];
    Set<Point> taken = new HashSet<>();
    List<Point> places = new ArrayList<>();
    for (int node = 0; node < near.length; node++) {
      int down = near[node] + far[node] - last;
      int right = near[node] - far[node] + last;
      if (down % 2 != 0 || right % 2 != 0) {
        return Optional.empty();
      }
      places.add(new Point(right * 0.5, down * 0.5));
      taken.add(places.get(node));
    }
    int columns = last + 1;
    int rows = near.length / columns;
    boolean full =
        taken.size() == near.length
            && places.stream().allMatch(place -> isInside(place, rows, columns));
    int edges = rows * (columns - 1) + columns * (rows - 1);
    return full
            && rows * columns == near.length
            && diagram.edges().size() == edges
            && isUnit(places)
        ? Optional.of(places)
        : Optional.empty();
  }

  private static boolean isInside(Point place, int rows, int columns) {
    return place.x() >= 0 && place.x() < columns && place.y() >= 0 && place.y() < rows;
  }

  private boolean isUnit(List<Point> places) {
    return diagram.edges().stream()
        .allMatch(
            edge -> {
              Point from = places.get(edge.from());
              Point to = places.get(edge.to());
              return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y()) == 1;
            });
  }

  private int[] distances(int start) {
    int[] distances = new int[neighbours.size()];
    Arrays.fill(distances, -1);
    distances[start] = 0;
    Deque<Integer> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      int node = left.remove();
      for (int next : neighbours.get(node)) {
        if (distances[next] < 0) {
          distances[next] = distances[node] + 1;
          left.add(next);
        }
      }
    }
    return distances;
  }
}
