package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines over two axes of equal steps as an SVG picture, with a legend at the right.
 *
 * @param title at the top
 * @param description for screen readers
 * @param across what the horizontal axis counts
 * @param up what the vertical axis measures
 * @param note at the foot
 */
record LineChart(
    String title, String description, String across, String up, String note, List<Series> series) {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 450;
  private static final Box PLOT = new Box(76, 84, 540, 380);
  private static final double LABEL_GAP = 18;
  private static final int MOST_TICKS = 9;
  private static final String TEXT = "#333333";

  /** A point. */
  record Point(double x, double y) {}

  /** A line and its name in the legend; only its points that are finite are drawn. */
  record Series(String name, List<Point> points) {
    Series {
      points =
          points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
    }
  }

  /** The whole picture. */
  String draw() {
    List<Double> xTicks = ticks(series.stream().flatMap(s -> s.points().stream()).map(Point::x));
    List<Double> yTicks = ticks(series.stream().flatMap(s -> s.points().stream()).map(Point::y));
    Axis x = axis(xTicks, PLOT.left(), PLOT.right());
    Axis y = axis(yTicks, PLOT.bottom(), PLOT.top());
    Svg svg = new Svg(WIDTH, HEIGHT, title, description);
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 34, Svg.fit(title, 18, WIDTH - 40)).close();
    svg.open("g").set("fill", TEXT).label(20, 64, up).close();
    grid(svg, x, xTicks, y, yTicks);
    for (int i = 0; i < series.size(); i++) {
      SeriesStyle style = SeriesStyle.of(i);
      line(svg, series.get(i).points(), style, x, y);
      marker(svg, style, PLOT.right() + 24, PLOT.top() + i * LABEL_GAP - 4);
      svg.open("g").set("fill", TEXT);
      svg.label(PLOT.right() + 36, PLOT.top() + i * LABEL_GAP, series.get(i).name()).close();
    }
    svg.open("g").set("fill", "#555555").set("font-size", 11);
    svg.label(20, HEIGHT - 10, Svg.fit(note, 11, WIDTH - 40)).close();
    return svg.finish();
  }

  private static Axis axis(List<Double> ticks, double from, double to) {
    return Axis.linear(ticks.get(0), ticks.get(ticks.size() - 1), from, to);
  }

  /** At most nine multiples of 1, 2 or 5 times a power of ten around all figures. */
  private static List<Double> ticks(Stream<Double> figures) {
    double[] sorted = figures.mapToDouble(f -> f).sorted().toArray();
    double low = sorted.length == 0 ? 0 : sorted[0];
    double high = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
    double room = Math.max(high - low, 1e-9);
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(room)) - 1);
    for (double times : new double[] {1, 2, 5, 10, 20, 50}) {
      double step = times * decade;
      long first = (long) Math.floor(low / step);
      long last = Math.max(first + 1, (long) Math.ceil(high / step));
      if (last - first < MOST_TICKS) {
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
          ticks.add(i * step);
        }
        return ticks;
      }
    }
    throw new IllegalStateException("no ticks from " + low + " to " + high);
  }

  private void grid(Svg svg, Axis x, List<Double> xTicks, Axis y, List<Double> yTicks) {
    svg.open("g").set("stroke", "#dddddd");
    xTicks.forEach(t -> svg.line(x.at(t), PLOT.top(), x.at(t), PLOT.bottom()));
    yTicks.forEach(t -> svg.line(PLOT.left(), y.at(t), PLOT.right(), y.at(t)));
    svg.close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "middle");
    xTicks.forEach(t -> svg.label(x.at(t), PLOT.bottom() + 18, Svg.number(t)));
    svg.label((PLOT.left() + PLOT.right()) / 2, PLOT.bottom() + 38, across).close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "end");
    yTicks.forEach(t -> svg.label(PLOT.left() - 8, y.at(t) + 4, Svg.number(t)));
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

  private static void marker(Svg svg, SeriesStyle style, double x, double y) {
    svg.open("path").set("d", style.marker());
    svg.set("transform", AccuracyPanel.translate(x, y)).set("fill", style.colour()).close();
  }
}
