package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.report.Svg;

/**
 * Writes a drawing as SVG: with classes, for a page's style sheet, or with the colours themselves,
 * for a file on its own.
 */
final class DiagramSvg {

  private static final double WIDE = 640; // and is shown larger on a page

  private final Diagram diagram;
  private final Drawing drawing;
  private final String prefix;
  private final Svg svg;
  private final Optional<Marks> marks; // of a picture on its own
  private final LineKinds kinds;

  private DiagramSvg(
      Diagram diagram, Drawing drawing, String prefix, Svg svg, Optional<Marks> marks) {
    this.diagram = diagram;
    this.drawing = drawing;
    this.prefix = prefix;
    this.svg = svg;
    this.marks = marks;
    this.kinds = LineKinds.of(diagram, drawing.area().width());
  }

  /** The room that the picture takes, its legend included. */
  static Area area(Diagram diagram, Drawing drawing) {
    Area area = drawing.area();
    return LineKinds.of(diagram, area.width()).with(area);
  }

  /** The picture as a part of a page. */
  static String of(Diagram diagram, Drawing drawing, String prefix) {
    Area area = area(diagram, drawing);
    Svg svg =
        Svg.inline(title(diagram, area), area.left(), area.top(), area.width(), area.height())
            .set("class", classes(diagram, area));
    new DiagramSvg(diagram, drawing, prefix, svg, Optional.empty()).draw();
    return svg.finish();
  }

  private static String classes(Diagram diagram, Area area) {
    return "diagram"
        + (area.width() > WIDE ? " large" : "")
        + (diagram.edges().size() > Labels.LABELLED ? " dense" : "");
  }

  private static String title(Diagram diagram, Area area) {
    List<String> kinds = LineKinds.of(diagram, area.width()).labels();
    return kinds.isEmpty()
        ? diagram.title()
        : "%s: %d nodes, lines for %s"
            .formatted(diagram.title(), diagram.nodes().size(), String.join(", ", kinds));
  }

  /** Draws into the group that is open. */
  static void draw(Diagram diagram, Drawing drawing, Svg svg, Marks marks) {
    new DiagramSvg(diagram, drawing, "", svg, Optional.of(marks)).draw();
  }

  private void draw() {
    if (diagram.arrows()) {
      arrowHead("arrow", Marks.PALE);
      arrowHead("arrow-on", Marks.ACCENT);
    }
    for (int edge = 0; edge < diagram.edges().size(); edge++) {
      edge(edge);
    }
    for (int start = diagram.edges().size(); start < drawing.curves().size(); start++) {
      path(drawing.curves().get(start), "start", Marks.State.PLAIN, -1).close();
    }
    for (int node = 0; node < diagram.nodes().size(); node++) {
      node(node);
    }
    kinds.draw(svg, drawing.area(), marks.isPresent());
  }

  private void arrowHead(String id, String colour) {
    svg.open("marker").set("id", prefix + id).set("viewBox", "0 0 10 10").set("refX", 9);
    svg.set("refY", 5).set("markerWidth", 10).set("markerHeight", 10);
    svg.set("markerUnits", "userSpaceOnUse");
    svg.set("orient", marks.isPresent() ? "auto" : "auto-start-reverse");
    svg.open("path").set("d", "M0 0L10 5L0 10z");
    marks.ifPresent(any -> svg.set("fill", colour));
    svg.close().close();
  }

  private Svg path(Curve curve, String classes, Marks.State state, int kind) {
    svg.open("path").set("d", curve.path());
    if (!classes.isEmpty()) {
      svg.set("class", classes);
    }
    boolean on = state == Marks.State.ON;
    boolean plain = state == Marks.State.PLAIN;
    if (kind >= 0) {
      kinds.dashes(svg, kind);
    }
    marks.ifPresent(
        any ->
            svg.set("fill", "none")
                .set(
                    "stroke",
                    !plain ? Marks.ACCENT : kind < 0 ? Marks.PALE : LineKinds.colour(kind))
                .set("stroke-width", on ? 3 : 1.3));
    String arrow = prefix + (on ? "arrow-on" : "arrow");
    return diagram.arrows() ? svg.set("marker-end", "url(#" + arrow + ")") : svg;
  }

  private void edge(int number) {
    Diagram.Edge edge = diagram.edges().get(number);
    Marks.State state = marks.map(one -> one.ofEdge(edge)).orElse(Marks.State.PLAIN);
    svg.open("g").set("id", prefix + "edge-" + edge.from() + "-" + edge.to());
    int kind = kinds.of(edge);
    svg.set("class", kind < 0 ? "edge" : "edge kind-" + kind);
    if (!edge.whole().isEmpty()) {
      svg.open("title").text(edge.whole()).close();
    }
    path(drawing.curves().get(number), "", state, kind).close();
    Optional<Area> room = drawing.labels().get(number);
    room.ifPresent(
        area -> {
          if (marks.isPresent()) {
            label(area.middle(), edge, "#ffffff", 4); // what is behind it does not show through
            label(area.middle(), edge, state == Marks.State.ON ? Marks.ACCENT : Marks.SOFT, 0);
          } else {
            svg.open("text");
            lines(area.middle(), edge.label(), Sizes.LINE);
          }
        });
    svg.close();
  }

  private void label(Spot middle, Diagram.Edge edge, String colour, double halo) {
    svg.open("text").set("font-family", Marks.MONOSPACED).set("font-size", Sizes.LABEL_FONT);
    svg.set("fill", colour);
    if (halo > 0) {
      svg.set("stroke", colour).set("stroke-width", halo).set("stroke-linejoin", "round");
    }
    lines(middle, edge.label(), Sizes.LINE);
  }

  /** Lines below each other, around a middle, in the text that is open. */
  private void lines(Spot middle, List<String> lines, double height) {
    svg.set("text-anchor", "middle");
    double first = middle.y() - (lines.size() - 1) * height / 2 + 0.33 * height;
    for (int i = 0; i < lines.size(); i++) {
      svg.open("tspan").set("x", middle.x()).set("y", first + i * height);
      svg.text(lines.get(i)).close();
    }
    svg.close();
  }

  private void node(int number) {
    Diagram.Node node = diagram.nodes().get(number);
    Spot at = drawing.places().get(number);
    Sizes sizes = drawing.sizes();
    Marks.State state = marks.map(one -> one.ofNode(number)).orElse(Marks.State.PLAIN);
    svg.open("g").set("id", prefix + "node-" + number).set("class", "node " + node.classes());
    svg.open("title").text(node.name()).close();
    svg.open("circle").set("cx", at.x()).set("cy", at.y()).set("r", sizes.radius());
    marks.ifPresent(
        any ->
            svg.set("fill", state.fill())
                .set("stroke", state == Marks.State.PLAIN ? Marks.INK : Marks.ACCENT)
                .set("stroke-width", 1.5));
    svg.close();
    inner(at, node, state);
    if (sizes.named()) {
      boolean large = sizes.isShort(node.name());
      svg.open("text").set("class", large ? "short" : "long");
      if (marks.isPresent()) {
        svg.set("font-size", large ? 15 : 10.5).set("fill", state.text());
      }
      lines(at, sizes.nameLines(node.name()), large ? 15 : 11.5);
    } else if (marks.isEmpty() || isNamedBeside(number, state)) {
      tip(at, node);
    }
    svg.close();
  }

  /** Whether a picture on its own names a node that has no room for it. */
  private boolean isNamedBeside(int number, Marks.State state) {
    return state == Marks.State.ON
        || diagram.nodes().get(number).classes().contains(Diagram.INITIAL)
        || marks.orElseThrow().edgesNow().stream().anyMatch(edge -> edge.to() == number);
  }

  /** The name beside a node that has no room for it; a page shows it of some nodes only. */
  private void tip(Spot at, Diagram.Node node) {
    svg.open("g").set("font-size", kinds.font());
    svg.open("text").set("class", "tip").set("x", at.x());
    svg.set("y", at.y() - drawing.sizes().radius() - 4).set("text-anchor", "middle");
    marks.ifPresent(any -> svg.set("fill", Marks.INK).set("font-weight", "700"));
    svg.text(node.name()).close().close();
  }

  private void inner(Spot at, Diagram.Node node, Marks.State state) {
    double radius = drawing.sizes().radius();
    if (marks.isPresent() && !node.classes().contains("accepting")) {
      return;
    }
    svg.open("circle").set("class", "inner").set("cx", at.x()).set("cy", at.y());
    svg.set("r", radius - (radius > 10 ? 4 : 2.5));
    marks.ifPresent(
        any -> svg.set("fill", "none").set("stroke", state.text()).set("stroke-width", 1.3));
    svg.close();
  }
}
