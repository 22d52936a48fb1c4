package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.input.Point;

/** The nodes on a circle, clockwise from the top, or a few of them in a row. */
public final class RingLayout implements Layout {

  private static final int FEW = 3;

  @Override
  public List<Point> places(Diagram diagram) {
    int size = diagram.nodes().size();
    return IntStream.range(0, size)
        .mapToObj(node -> size <= FEW ? new Point(node, 0) : onCircle(node, size))
        .toList();
  }

  private static Point onCircle(int node, int size) {
    double angle = 2 * Math.PI * node / size - Math.PI / 2;
    return new Point(size * Math.cos(angle), size * Math.sin(angle));
  }
}
