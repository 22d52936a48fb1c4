package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import org.cotsim.benchmarks.report.Svg;

/**
 * How the edges of a large diagram are told apart, where there is no room to write beside them: a
 * colour and a dash for each label, and a legend below the picture.
 *
 * @param labels in the order of their kinds; empty if the edges are written beside or are too many
 *     kinds
 * @param font size in the legend and of names beside nodes
 */
record LineKinds(List<String> labels, double font) {

  private static final int MOST = 6;
  private static final double READ_AT = 29; // lines of a font in the width of a picture
  private static final double LEAST_FONT = 13;
  private static final double SAMPLE = 3.2; // length of a line in the legend, in font sizes
  private static final double LINE = 1.5;
  private static final String[] COLOURS = {
    "#0f766e", "#b3400e", "#6b4fa0", "#a21d62", "#5d6b00", "#4a515c"
  };
  private static final double[][] DASHES = {
    {}, {3, 2.2}, {1, 1.4}, {6, 2}, {5, 1.5, 1, 1.5}, {2, 1, 2, 3}
  };

  static LineKinds of(Diagram diagram, double width) {
    double font = Math.max(LEAST_FONT, width / READ_AT);
    List<String> labels =
        diagram.edges().stream().map(edge -> edge.whole().replace('\n', ' ')).distinct().toList();
    boolean unwritten = diagram.edges().size() > Labels.LABELLED && !labels.contains("");
    return new LineKinds(unwritten && labels.size() <= MOST ? labels : List.of(), font);
  }

  /** The kind of an edge; -1 if there are none. */
  int of(Diagram.Edge edge) {
    return labels.indexOf(edge.whole().replace('\n', ' '));
  }

  static String colour(int kind) {
    return COLOURS[kind];
  }

  /** A picture with the legend below it. */
  Area with(Area picture) {
    double more = labels.isEmpty() ? 0 : (labels.size() + 0.5) * LINE * font;
    return new Area(picture.left(), picture.top(), picture.right(), picture.bottom() + more);
  }

  /**
   * Draws the legend.
   *
   * @param standing whether the picture has no style sheet
   */
  void draw(Svg svg, Area picture, boolean standing) {
    for (int kind = 0; kind < labels.size(); kind++) {
      double y = picture.bottom() + (kind + 0.75) * LINE * font;
      double x = picture.left() + font;
      double end = x + SAMPLE * font;
      svg.open("g").set("class", "edge line-key kind-" + kind).set("font-size", font);
      svg.open("path").set("d", "M" + new Spot(x, y) + "L" + new Spot(end, y));
      dashes(svg, kind);
      if (standing) {
        svg.set("stroke", COLOURS[kind]).set("stroke-width", 2);
      }
      svg.close();
      svg.open("text").set("class", "key").set("x", end + font / 2).set("y", y + font / 3);
      if (standing) {
        svg.set("font-family", Marks.MONOSPACED).set("fill", Marks.INK);
      }
      svg.text(labels.get(kind)).close().close();
    }
  }

  /** Sets the dashes of a kind on the element that is open. */
  void dashes(Svg svg, int kind) {
    if (DASHES[kind].length == 0) {
      return;
    }
    StringBuilder dashes = new StringBuilder();
    for (double part : DASHES[kind]) {
      dashes.append(dashes.length() > 0 ? " " : "").append(Svg.number(part * font / 4));
    }
    svg.set("stroke-dasharray", dashes.toString());
  }
}
