package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Lines over two logarithmic axes as an SVG picture, with a legend at the right.
 *
 * @param title at the top
 * @param description for screen readers
 * @param across what the horizontal axis counts
 * @param tick how a figure on the vertical axis is written, with its unit
 * @param note at the foot, such as the machine
 */
record LogLogChart(
    String title,
    String description,
    String across,
    DoubleFunction<String> tick,
    String note,
    List<Series> series) {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 450;
  private static final double LEFT = 84;
  private static final double RIGHT = 560;
  private static final double TOP = 64;
  private static final double BOTTOM = 380;
  private static final double LABEL_GAP = 18;
  private static final String GREY = "#dddddd";
  private static final String TEXT = "#333333";

  /** A point, both figures above 0. */
  record Point(double x, double y) {}

  /** A line and its name in the legend. */
  record Series(String name, List<Point> points) {}

  /** The whole picture. */
  String draw() {
    Axis x = axis(series.stream().flatMap(s -> s.points().stream()).map(Point::x).toList(), true);
    Axis y = axis(series.stream().flatMap(s -> s.points().stream()).map(Point::y).toList(), false);
    Svg svg = new Svg(WIDTH, HEIGHT, title, description);
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 34, Svg.fit(title, 18, WIDTH - 40)).close();
    grid(svg, x, y);
    for (int i = 0; i < series.size(); i++) {
      SeriesStyle style = SeriesStyle.of(i);
      line(svg, series.get(i).points(), style, x, y);
      key(svg, series.get(i).name(), style, TOP + i * LABEL_GAP);
    }
    svg.open("g").set("fill", "#555555").set("font-size", 11);
    svg.label(20, HEIGHT - 10, Svg.fit(note, 11, WIDTH - 40)).close();
    return svg.finish();
  }

  private static Axis axis(List<Double> figures, boolean across) {
    double least = figures.stream().mapToDouble(f -> f).min().orElse(1);
    double most = figures.stream().mapToDouble(f -> f).max().orElse(1);
    return across ? Axis.decades(least, most, LEFT, RIGHT) : Axis.decades(least, most, BOTTOM, TOP);
  }

  private void grid(Svg svg, Axis x, Axis y) {
    svg.open("g").set("stroke", GREY);
    x.decadeTicks().forEach(t -> svg.line(x.at(t), TOP, x.at(t), BOTTOM));
    y.decadeTicks().forEach(t -> svg.line(LEFT, y.at(t), RIGHT, y.at(t)));
    svg.close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "middle");
    x.decadeTicks().forEach(t -> svg.label(x.at(t), BOTTOM + 18, Axis.shortCount(t)));
    svg.label((LEFT + RIGHT) / 2, BOTTOM + 38, across).close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "end");
    y.decadeTicks().forEach(t -> svg.label(LEFT - 8, y.at(t) + 4, tick.apply(t)));
    svg.close();
  }

  private static void line(Svg svg, List<Point> points, SeriesStyle style, Axis x, Axis y) {
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.8);
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      svg.line(x.at(from.x()), y.at(from.y()), x.at(to.x()), y.at(to.y()));
    }
    svg.close();
    points.forEach(point -> marker(svg, style, x.at(point.x()), y.at(point.y())));
  }

  private static void key(Svg svg, String name, SeriesStyle style, double at) {
    marker(svg, style, RIGHT + 24, at - 4);
    svg.open("g").set("fill", TEXT).label(RIGHT + 36, at, name).close();
  }

  private static void marker(Svg svg, SeriesStyle style, double x, double y) {
    svg.open("path").set("d", style.marker());
    svg.set("transform", AccuracyPanel.translate(x, y)).set("fill", style.colour()).close();
  }
}
