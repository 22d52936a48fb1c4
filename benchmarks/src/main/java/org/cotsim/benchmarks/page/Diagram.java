package org.cotsim.benchmarks.page;

import java.util.List;
import org.cotsim.benchmarks.report.Svg;

/**
 * Circles on a ring with lines between them, as SVG that the style sheet colours.
 *
 * <p>The i-th node has the id {@code node-i}, the edge from i to j the id {@code edge-i-j}, both
 * behind a prefix, by which several pictures can be on one page. Names are written inside the nodes
 * while there is room.
 *
 * @param title what is drawn, for screen readers
 * @param nodes in the order of the ring, clockwise from the top or, if there are few, from the left
 * @param edges at most one from each node to each
 * @param arrows whether edges have a direction
 */
record Diagram(String title, List<Node> nodes, List<Edge> edges, boolean arrows) {

  /**
   * A circle.
   *
   * @param name what is written in it
   * @param classes how the style sheet knows it
   */
  record Node(String name, String classes) {}

  /**
   * A line, or an arrow.
   *
   * @param label what is written beside it, possibly nothing
   */
  record Edge(int from, int to, String label) {}

  /** The class of a node where something begins. */
  static final String INITIAL = "initial";

  private static final double WIDTH = 460;
  private static final double CENTRE = WIDTH / 2;
  private static final int FEW = 3; // stand side by side
  private static final int NAMED = 20; // with more nodes there is no room for names
  private static final int LABELLED = 40; // with more edges there is no room for labels
  private static final double LETTER = 5; // half the width of a letter, and some room
  private static final double SMALL_LETTER = 3;
  private static final double LABEL = 12; // from the edge
  private static final double BEND = 0.18; // of an edge's length, to its left

  private double radius() {
    return nodes.size() <= 8 ? 27 : nodes.size() <= NAMED ? 19 : 6;
  }

  private double ring() {
    return CENTRE - 2.2 * radius() - 30;
  }

  private double height() {
    return nodes.size() < FEW ? 150 : nodes.size() == FEW ? 185 : WIDTH;
  }

  private Point place(int node) {
    double angle = 2 * Math.PI * node / nodes.size() - Math.PI / 2;
    if (nodes.size() <= FEW) {
      return new Point(CENTRE + 150 * (node - (nodes.size() - 1) / 2.0), 98);
    }
    return new Point(CENTRE + ring() * Math.cos(angle), CENTRE + ring() * Math.sin(angle));
  }

  /**
   * The picture.
   *
   * @param prefix of all ids
   */
  String toSvg(String prefix) {
    Svg svg = Svg.inline(WIDTH, height(), title).set("class", "diagram");
    if (arrows) {
      arrowHead(svg, prefix + "arrow");
      arrowHead(svg, prefix + "arrow-on");
    }
    edges.forEach(edge -> draw(svg, edge, prefix));
    for (int i = 0; i < nodes.size(); i++) {
      draw(svg, i, prefix);
    }
    return svg.finish();
  }

  private static void arrowHead(Svg svg, String id) {
    svg.open("marker").set("id", id).set("viewBox", "0 0 10 10").set("refX", 9).set("refY", 5);
    svg.set("markerWidth", 7).set("markerHeight", 7).set("orient", "auto-start-reverse");
    svg.open("path").set("d", "M0 0L10 5L0 10z").close().close();
  }

  private void draw(Svg svg, int node, String prefix) {
    Point at = place(node);
    svg.open("g")
        .set("id", prefix + "node-" + node)
        .set("class", "node " + nodes.get(node).classes());
    svg.open("title").text(nodes.get(node).name()).close();
    if (arrows && nodes.get(node).classes().contains(INITIAL)) {
      drawStart(svg, node, prefix);
    }
    svg.open("circle").set("cx", at.x).set("cy", at.y).set("r", radius()).close();
    svg.open("circle").set("class", "inner").set("cx", at.x).set("cy", at.y);
    svg.set("r", radius() - (radius() > 10 ? 4.5 : 2.5)).close();
    if (nodes.size() <= NAMED) {
      boolean isLong = length(nodes.get(node).name()) > radius() / LETTER;
      svg.open("text").set("x", at.x).set("y", at.y + 4.5).set("text-anchor", "middle");
      svg.set("class", isLong ? "long" : "short").text(shortened(nodes.get(node).name())).close();
    }
    svg.close();
  }

  /** An arrow that comes in from nowhere, away from where a loop would be. */
  private void drawStart(Svg svg, int node, String prefix) {
    Point at = place(node);
    double in = outwards(node) - (nodes.size() <= FEW ? Math.PI / 2 : 1.1);
    svg.open("path").set("class", "start").set("marker-end", "url(#" + prefix + "arrow)");
    svg.set("d", "M" + at.turned(in, radius() + 26) + "L" + at.turned(in, radius() + 2)).close();
  }

  /** The direction in which a node has the most room. */
  private double outwards(int node) {
    Point at = place(node);
    return nodes.size() <= FEW ? -Math.PI / 2 : Math.atan2(at.y - CENTRE, at.x - CENTRE);
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private String shortened(String name) {
    int room = (int) (radius() / SMALL_LETTER);
    return length(name) <= room
        ? name
        : name.substring(0, name.offsetByCodePoints(0, room - 1)) + "\u2026";
  }

  private void draw(Svg svg, Edge edge, String prefix) {
    Curve curve = edge.from() == edge.to() ? loop(edge.from()) : line(edge);
    svg.open("g").set("id", prefix + "edge-" + edge.from() + "-" + edge.to());
    svg.set("class", "edge");
    svg.open("path").set("d", curve.path);
    if (arrows) {
      svg.set("marker-end", "url(#" + prefix + "arrow)");
    }
    svg.close();
    if (!edge.label().isEmpty() && edges.size() <= LABELLED) {
      svg.open("text").set("x", curve.label.x).set("y", curve.label.y + 4);
      svg.set("text-anchor", "middle").text(edge.label()).close();
    } else if (!edge.label().isEmpty()) {
      svg.open("title").text(edge.label()).close();
    }
    svg.close();
  }

  /** A curve that starts and ends on the rims; straight unless there is one in return. */
  private Curve line(Edge edge) {
    Point from = place(edge.from());
    Point to = place(edge.to());
    double bend = bend(edge);
    Point middle =
        new Point(
            (from.x + to.x) / 2 - bend * (to.y - from.y),
            (from.y + to.y) / 2 + bend * (to.x - from.x));
    Point start = from.towards(middle, radius());
    Point end = to.towards(middle, radius() + (arrows ? 2 : 0));
    Point half =
        new Point((start.x + 2 * middle.x + end.x) / 4, (start.y + 2 * middle.y + end.y) / 4);
    double aside = (bend < 0 ? -LABEL : LABEL) / Math.hypot(to.x - from.x, to.y - from.y);
    Point label = new Point(half.x - aside * (to.y - from.y), half.y + aside * (to.x - from.x));
    return new Curve("M" + start + "Q" + middle + " " + end, label);
  }

  /** How far to its left an edge bends: away from one in return, or below a node of a row. */
  private double bend(Edge edge) {
    if (nodes.size() <= FEW && Math.abs(edge.from() - edge.to()) > 1) {
      return edge.from() < edge.to() ? 0.26 : -0.44;
    }
    boolean inReturn = edges.stream().anyMatch(e -> e.from() == edge.to() && e.to() == edge.from());
    return inReturn ? BEND : 0;
  }

  /** A loop on the outer side of the ring. */
  private Curve loop(int node) {
    Point at = place(node);
    double out = outwards(node);
    Point start = at.turned(out - 0.45, radius());
    Point end = at.turned(out + 0.45, radius() + 2);
    Point first = at.turned(out - 0.5, 2.6 * radius());
    Point second = at.turned(out + 0.5, 2.6 * radius());
    return new Curve(
        "M" + start + "C" + first + " " + second + " " + end, at.turned(out, 2.3 * radius() + 12));
  }

  private record Curve(String path, Point label) {}

  private record Point(double x, double y) {

    Point towards(Point other, double distance) {
      double length = Math.max(1e-9, Math.hypot(other.x - x, other.y - y));
      return new Point(
          x + (other.x - x) * distance / length, y + (other.y - y) * distance / length);
    }

    Point turned(double angle, double distance) {
      return new Point(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
    }

    @Override
    public String toString() {
      return Svg.number(x) + " " + Svg.number(y);
    }
  }
}
