package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import org.cotsim.languages.input.Point;

/** Where the nodes of a diagram stand; only their places to each other count, not the unit. */
@FunctionalInterface
public interface Layout {

  /** The whole is so many units wide once places are rounded. */
  int FINEST = 20_000;

  /** A place for each node, all of them different; the same for the same diagram. */
  List<Point> places(Diagram diagram);

  /**
   * The places as whole numbers, for a file that holds no others.
   *
   * @param layout of the diagram
   */
  static List<Point> rounded(Diagram diagram, Layout layout) {
    List<Point> places = layout.places(diagram);
    double left = places.stream().mapToDouble(Point::x).min().orElse(0);
    double top = places.stream().mapToDouble(Point::y).min().orElse(0);
    double right = places.stream().mapToDouble(Point::x).max().orElse(0);
    double bottom = places.stream().mapToDouble(Point::y).max().orElse(0);
    double unit = FINEST / Math.max(1e-6, Math.max(right - left, bottom - top));
    return places.stream()
        .map(p -> new Point(Math.rint((p.x() - left) * unit), Math.rint((p.y() - top) * unit)))
        .toList();
  }

  /** These places if there are as many as nodes, otherwise a ring. */
  static Layout at(List<Point> places) {
    Layout ring = new RingLayout();
    return diagram -> places.size() == diagram.nodes().size() ? places : ring.places(diagram);
  }
}
