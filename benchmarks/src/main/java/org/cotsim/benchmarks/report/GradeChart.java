package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.function.ToLongFunction;
import org.cotsim.benchmarks.experiment.grade.GradeResult;
import org.cotsim.benchmarks.experiment.grade.GradeRow;

/** The shares of right answers and right chains by length, with intervals, as an SVG picture. */
public final class GradeChart {

  /** What it shows. */
  static final String TITLE = "Right answers and right chains by the length of the input";

  private static final double WIDTH = 760;
  private static final double HEIGHT = 450;
  private static final Box PLOT = new Box(64, 84, 560, 380);
  private static final double BESIDE =
      3; // between the two lines, so that no interval hides another
  private static final double TICK_GAP = 28;
  private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  private final GradeResult grades;
  private final Axis x;
  private final Axis y = Axis.unit(PLOT.bottom(), PLOT.top());
  private final Svg svg;

  private GradeChart(GradeResult grades) {
    this.grades = grades;
    double most =
        grades.byLength().stream()
            .mapToDouble(row -> Double.parseDouble(row.value()))
            .max()
            .orElse(1);
    this.x = Axis.counts(most, PLOT.left() + 12, PLOT.right() - 12);
    this.svg = new Svg(WIDTH, HEIGHT, TITLE, GradeFields.headline(grades));
  }

  /** The whole picture. */
  public static String of(GradeResult grades) {
    return new GradeChart(grades).draw();
  }

  private String draw() {
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 34, TITLE).close();
    svg.open("g").set("fill", "#555555");
    svg.label(20, 60, Svg.fit(GradeFields.headline(grades), 13, WIDTH - 40)).close();
    grid();
    series(0, "answers right", GradeRow::answersRight);
    series(1, "chains right", GradeRow::chainsRight);
    svg.open("g").set("fill", "#555555").set("font-size", 11);
    svg.label(20, HEIGHT - 10, "whiskers: Wilson score intervals at 95 %").close();
    return svg.finish();
  }

  private void grid() {
    List<Double> lengths = x.countTicks(TICK_GAP);
    svg.open("g").set("stroke", "#dddddd");
    SHARES.forEach(share -> svg.line(PLOT.left(), y.at(share), PLOT.right(), y.at(share)));
    svg.close();
    svg.open("g").set("fill", "#333333").set("text-anchor", "middle");
    lengths.forEach(n -> svg.label(x.at(n), PLOT.bottom() + 18, Axis.shortCount(n)));
    svg.label(
            (PLOT.left() + PLOT.right()) / 2,
            PLOT.bottom() + 40,
            "n, the length of the input, logarithmic with 0")
        .close();
    svg.open("g").set("fill", "#333333").set("text-anchor", "end");
    SHARES.forEach(
        share -> svg.label(PLOT.left() - 8, y.at(share) + 4, Svg.number(100 * share) + " %"));
    svg.close();
  }

  private void series(int i, String name, ToLongFunction<GradeRow> right) {
    SeriesStyle style = SeriesStyle.of(i);
    double shift = (2 * i - 1) * BESIDE;
    List<GradeRow> rows = grades.byLength();
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.4);
    for (int k = 0; k < rows.size(); k++) {
      GradeRow row = rows.get(k);
      Wilson interval = Wilson.of(right.applyAsLong(row), row.graded());
      svg.line(at(row) + shift, y.at(interval.low()), at(row) + shift, y.at(interval.high()));
      if (k > 0) {
        GradeRow before = rows.get(k - 1);
        svg.line(at(before) + shift, share(before, right), at(row) + shift, share(row, right));
      }
    }
    svg.close();
    for (GradeRow row : rows) {
      svg.open("g");
      svg.open("title").text(figures(row, name, right.applyAsLong(row))).close();
      marker(style, at(row) + shift, share(row, right));
      svg.close();
    }
    marker(style, PLOT.right() + 24, PLOT.top() + 22 * i);
    svg.open("g").set("fill", "#333333");
    svg.label(PLOT.right() + 38, PLOT.top() + 22 * i + 4, name).close();
  }

  private double at(GradeRow row) {
    return x.at(Double.parseDouble(row.value()));
  }

  private double share(GradeRow row, ToLongFunction<GradeRow> right) {
    return y.at((double) right.applyAsLong(row) / row.graded());
  }

  private static String figures(GradeRow row, String name, long right) {
    return "n = %s: %d of %d %s (%s)"
        .formatted(row.value(), right, row.graded(), name, NumberText.percent(right, row.graded()));
  }

  private void marker(SeriesStyle style, double atX, double atY) {
    svg.open("path").set("d", style.marker());
    svg.set("transform", AccuracyPanel.translate(atX, atY)).set("fill", style.colour()).close();
  }
}
