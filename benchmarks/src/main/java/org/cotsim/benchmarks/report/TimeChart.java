package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.cotsim.benchmarks.experiment.Comparison;
import org.cotsim.benchmarks.experiment.ComparisonRow;

/** Time against the chain's length as an SVG picture, both logarithmic: a line per executor. */
public final class TimeChart {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 450;
  private static final double LEFT = 84;
  private static final double RIGHT = 560;
  private static final double TOP = 64;
  private static final double BOTTOM = 380;
  private static final double LABEL_GAP = 18;
  private static final String GREY = "#dddddd";
  private static final String TEXT = "#333333";

  private final Comparison comparison;
  private final Axis tokens;
  private final Axis seconds;

  private TimeChart(Comparison comparison) {
    this.comparison = comparison;
    this.tokens = axis(comparison.rows().stream().mapToDouble(TimeChart::tokens), LEFT, RIGHT);
    this.seconds =
        axis(
            comparison.rows().stream().mapToDouble(row -> row.result().wholeSeconds()),
            BOTTOM,
            TOP);
  }

  /** The whole picture. */
  public static String of(Comparison comparison) {
    return new TimeChart(comparison).draw();
  }

  private static double tokens(ComparisonRow row) {
    return Math.max(1, row.result().tokens()); // a logarithm has no place for 0
  }

  private static Axis axis(DoubleStream figures, double from, double to) {
    double[] sorted = figures.sorted().toArray();
    return Axis.decades(sorted[0], sorted[sorted.length - 1], from, to);
  }

  private String draw() {
    String title = "Time against the length of the chain: " + comparison.problem();
    Svg svg = new Svg(WIDTH, HEIGHT, title, description());
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 34, Svg.fit(title, 18, WIDTH - 40)).close();
    grid(svg);
    double free = TOP;
    for (int i = 0; i < comparison.executors().size(); i++) {
      free = series(svg, comparison.executors().get(i), SeriesStyle.of(i), free);
    }
    svg.open("g").set("fill", "#555555").set("font-size", 11);
    svg.label(20, HEIGHT - 10, Svg.fit(comparison.machine().toString(), 11, WIDTH - 40)).close();
    return svg.finish();
  }

  private String description() {
    List<String> slopes = new ArrayList<>();
    for (String executor : comparison.executors()) {
      comparison.slope(executor).ifPresent(slope -> slopes.add(executor + " " + two(slope)));
    }
    return "Seconds for prompt and chain against intermediate tokens, both axes logarithmic."
        + (slopes.isEmpty() ? "" : " Slopes: " + String.join(", ", slopes) + ".");
  }

  private void grid(Svg svg) {
    svg.open("g").set("stroke", GREY);
    tokens.decadeTicks().forEach(t -> svg.line(tokens.at(t), TOP, tokens.at(t), BOTTOM));
    seconds.decadeTicks().forEach(s -> svg.line(LEFT, seconds.at(s), RIGHT, seconds.at(s)));
    svg.close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "middle");
    tokens.decadeTicks().forEach(t -> svg.label(tokens.at(t), BOTTOM + 18, Axis.shortCount(t)));
    svg.label((LEFT + RIGHT) / 2, BOTTOM + 38, "intermediate tokens").close();
    svg.open("g").set("fill", TEXT).set("text-anchor", "end");
    seconds.decadeTicks().forEach(s -> svg.label(LEFT - 8, seconds.at(s) + 4, time(s)));
    svg.close();
  }

  /** Draws one line and its label at the right; answers where the next label may begin. */
  private double series(Svg svg, String executor, SeriesStyle style, double free) {
    List<ComparisonRow> rows = comparison.rows(executor);
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.8);
    for (int i = 1; i < rows.size(); i++) {
      svg.line(x(rows.get(i - 1)), y(rows.get(i - 1)), x(rows.get(i)), y(rows.get(i)));
    }
    svg.close();
    for (ComparisonRow row : rows) {
      svg.open("path").set("d", style.marker());
      svg.set("transform", AccuracyPanel.translate(x(row), y(row)));
      svg.set("fill", style.colour()).close();
    }
    String slope = comparison.slope(executor).map(s -> ", slope " + two(s)).orElse("");
    svg.open("path").set("d", style.marker());
    svg.set("transform", AccuracyPanel.translate(RIGHT + 24, free - 4));
    svg.set("fill", style.colour()).close();
    svg.open("g").set("fill", TEXT).label(RIGHT + 36, free, executor + slope).close();
    return free + LABEL_GAP;
  }

  private double x(ComparisonRow row) {
    return tokens.at(tokens(row));
  }

  private double y(ComparisonRow row) {
    return seconds.at(row.result().wholeSeconds());
  }

  private static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String time(double seconds) {
    if (seconds >= 1) {
      return Svg.number(seconds) + " s";
    }
    return seconds >= 1e-3
        ? Svg.number(seconds * 1e3) + " ms"
        : Svg.number(seconds * 1e6) + " \u00b5s";
  }
}
