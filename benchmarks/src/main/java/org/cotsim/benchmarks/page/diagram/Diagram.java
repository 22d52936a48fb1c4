package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import org.cotsim.benchmarks.report.Svg;
import org.cotsim.languages.input.Point;

/**
 * Nodes with lines between them, without what happens in them.
 *
 * @param title what is drawn, for screen readers
 * @param nodes at least one
 * @param edges at most one from each node to each
 * @param arrows whether edges have a direction
 * @param drawing where somebody has drawn the nodes; empty if nobody has
 */
public record Diagram(
    String title, List<Node> nodes, List<Edge> edges, boolean arrows, List<Point> drawing) {

  private static final double LARGEST = 1.3; // of a picture on its own

  /** The class of a node where something begins. */
  public static final String INITIAL = "initial";

  /** Checks that a drawing has a place for each node. */
  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    drawing = List.copyOf(drawing);
    if (!drawing.isEmpty() && drawing.size() != nodes.size()) {
      throw new IllegalArgumentException(
          drawing.size() + " places for " + nodes.size() + " nodes of " + title);
    }
  }

  /**
   * A circle.
   *
   * @param name what is written in it
   * @param classes how the style sheet knows it
   */
  public record Node(String name, String classes) {}

  /**
   * A line, or an arrow.
   *
   * @param label the lines written beside it, possibly none
   * @param whole the same without anything left out
   */
  public record Edge(int from, int to, List<String> label, String whole) {
    public Edge {
      label = List.copyOf(label);
    }

    /** An edge with nothing beside it. */
    public static Edge plain(int from, int to) {
      return new Edge(from, to, List.of(), "");
    }

    boolean isLoop() {
      return from == to;
    }

    boolean isReverseOf(Edge other) {
      return from == other.to && to == other.from && !isLoop();
    }
  }

  /**
   * The picture in a file on its own, as large as fits into a room.
   *
   * @param svg in which some element is open
   * @param layout where the nodes stand
   */
  public void draw(
      Svg svg, Layout layout, Marks marks, double x, double y, double width, double height) {
    Drawing drawing = Drawing.of(this, layout.places(this));
    Area area = DiagramSvg.area(this, drawing);
    double scale = Math.min(LARGEST, Math.min(width / area.width(), height / area.height()));
    double left = x + (width - scale * area.width()) / 2 - scale * area.left();
    double top = y + (height - scale * area.height()) / 2 - scale * area.top();
    svg.open("g").set("transform", "translate(%s %s) scale(%s)".formatted(left, top, scale));
    DiagramSvg.draw(this, drawing, svg, marks);
    svg.close();
  }

  /**
   * The picture as SVG in a page.
   *
   * <p>The i-th node has the id {@code node-i}, the edge from i to j the id {@code edge-i-j}, both
   * behind a prefix, by which several pictures can be on one page.
   *
   * @param layout where the nodes stand
   */
  public String toSvg(String prefix, Layout layout) {
    return DiagramSvg.of(this, Drawing.of(this, layout.places(this)), prefix);
  }
}
