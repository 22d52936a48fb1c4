package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.input.Point;

/** The connected parts of a diagram, each laid out on its own, one beside the other in rows. */
final class Components {

  private static final double GAP = 1.4; // between parts, in lengths of a short edge
  private static final double WIDE = 1.7; // the whole, compared to its height

  /** A part and the numbers of its nodes in the whole. */
  private record Part(Diagram diagram, List<Integer> nodes) {}

  /** A part laid out so that its nearest nodes are a unit apart. */
  private record Laid(List<Integer> nodes, List<Point> places, double width, double height) {}

  private Components() {}

  /**
   * The places of all nodes.
   *
   * @param each lays out a connected diagram
   */
  static List<Point> places(Diagram diagram, Layout each) {
    List<Laid> parts =
        parts(diagram).stream()
            .map(part -> laid(part, each.places(part.diagram)))
            .sorted(Comparator.comparingDouble(part -> -part.height))
            .toList();
    double area = parts.stream().mapToDouble(p -> (p.width + GAP) * (p.height + GAP)).sum();
    double widest = parts.stream().mapToDouble(Laid::width).max().orElse(0);
    double room = Math.max(widest, WIDE * Math.sqrt(area / WIDE));
    Point[] places = new Point[diagram.nodes().size()];
    double x = 0;
    double y = 0;
    double below = 0;
    for (Laid part : parts) {
      if (x > 0 && x + part.width > room) {
        x = 0;
        y = below + GAP;
      }
      for (int i = 0; i < part.nodes.size(); i++) {
        Point place = part.places.get(i);
        places[part.nodes.get(i)] = new Point(x + place.x(), y + place.y());
      }
      below = Math.max(below, y + part.height);
      x += part.width + GAP;
    }
    return List.of(places);
  }

  private static Laid laid(Part part, List<Point> places) {
    double left = places.stream().mapToDouble(Point::x).min().orElse(0);
    double top = places.stream().mapToDouble(Point::y).min().orElse(0);
    List<Spot> spots = places.stream().map(place -> new Spot(place.x(), place.y())).toList();
    double unit = 1 / Math.max(Drawing.nearest(spots), 1e-3);
    List<Point> moved =
        places.stream()
            .map(place -> new Point((place.x() - left) * unit, (place.y() - top) * unit))
            .toList();
    return new Laid(
        part.nodes,
        moved,
        moved.stream().mapToDouble(Point::x).max().orElse(0),
        moved.stream().mapToDouble(Point::y).max().orElse(0));
  }

  private static List<Part> parts(Diagram diagram) {
    int[] part = IntStream.range(0, diagram.nodes().size()).toArray();
    for (Diagram.Edge edge : diagram.edges()) {
      int from = root(part, edge.from());
      int to = root(part, edge.to());
      part[Math.max(from, to)] = Math.min(from, to);
    }
    return IntStream.range(0, part.length)
        .filter(node -> part[node] == node)
        .mapToObj(first -> part(diagram, part, first))
        .toList();
  }

  private static int root(int[] part, int node) {
    int root = node;
    while (part[root] != root) {
      part[root] = part[part[root]];
      root = part[root];
    }
    return root;
  }

  private static Part part(Diagram diagram, int[] part, int first) {
    List<Integer> nodes =
        IntStream.range(0, part.length).filter(n -> root(part, n) == first).boxed().toList();
    int[] number = new int[part.length];
    IntStream.range(0, nodes.size()).forEach(i -> number[nodes.get(i)] = i);
    List<Diagram.Edge> edges = new ArrayList<>();
    for (Diagram.Edge edge : diagram.edges()) {
      if (root(part, edge.from()) == first) {
        edges.add(
            new Diagram.Edge(number[edge.from()], number[edge.to()], edge.label(), edge.whole()));
      }
    }
    return new Part(
        new Diagram(
            diagram.title(),
            nodes.stream().map(diagram.nodes()::get).toList(),
            edges,
            diagram.arrows(),
            List.of()),
        nodes);
  }
}
