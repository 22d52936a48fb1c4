package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.benchmarks.experiment.speed.SpeedComparison;
import org.cotsim.benchmarks.experiment.speed.SpeedComparisonRow;

/** Time against the chain's length as an SVG picture, both logarithmic: a line per executor. */
public final class TimeChart {

  private TimeChart() {}

  /** The whole picture. */
  public static String of(SpeedComparison comparison) {
    return new LogLogChart(
            "Time against the length of the chain: " + comparison.problem(),
            description(comparison),
            "intermediate tokens",
            TimeChart::time,
            comparison.machine().toString(),
            comparison.executors().stream()
                .map(e -> series(comparison, e))
                .filter(series -> !series.points().isEmpty())
                .toList())
        .draw();
  }

  private static String description(SpeedComparison comparison) {
    List<String> slopes = new ArrayList<>();
    for (String executor : comparison.executors()) {
      comparison.slope(executor).ifPresent(slope -> slopes.add(executor + " " + two(slope)));
    }
    return "Seconds for prompt and chain against intermediate tokens, both axes logarithmic."
        + (slopes.isEmpty() ? "" : " Slopes: " + String.join(", ", slopes) + ".");
  }

  private static LogLogChart.Series series(SpeedComparison comparison, String executor) {
    String slope = comparison.slope(executor).map(s -> ", slope " + two(s)).orElse("");
    return new LogLogChart.Series(
        executor + slope,
        comparison.rows(executor).stream()
            .filter(row -> comparison.refusal(row).isEmpty())
            .map(TimeChart::point)
            .toList());
  }

  private static LogLogChart.Point point(SpeedComparisonRow row) {
    double tokens = Math.max(1, row.result().tokens()); // a logarithm has no place for 0
    return new LogLogChart.Point(tokens, row.result().wholeSeconds());
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
