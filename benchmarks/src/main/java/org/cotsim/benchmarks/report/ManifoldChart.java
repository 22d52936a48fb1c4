package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotsim.benchmarks.experiment.manifold.ManifoldPoint;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.experiment.manifold.Setting;

/**
 * Squared error against the number of anchors or samples, in the two extreme ambient dimensions.
 */
public final class ManifoldChart {

  private ManifoldChart() {}

  /** The laws that were measured. */
  public static List<Setting.Law> laws(ManifoldResult result) {
    return Arrays.stream(Setting.Law.values())
        .filter(law -> !result.slopes(law).isEmpty())
        .toList();
  }

  static String inWords(Setting.Law law) {
    return law == Setting.Law.SIZE ? "size" : "data";
  }

  static String file(Setting.Law law) {
    return law == Setting.Law.SIZE ? "manifold.svg" : "manifold-data.svg";
  }

  /** The picture of one law, with the first of the betas. */
  public static String of(ManifoldResult result, Setting.Law law) {
    boolean size = law == Setting.Law.SIZE;
    return new LogLogChart(
            "Squared error by " + (size ? "anchors" : "samples"),
            "Mean squared error against the number of "
                + (size ? "anchors" : "noisy samples")
                + ", both axes logarithmic; lines of one manifold in two ambient dimensions lie on"
                + " each other if the ambient dimension does not matter.",
            size ? "anchors N" : "samples n",
            error -> String.format(Locale.ROOT, "%.0e", error),
            "In the legend: exponent measured (predicted); "
                + (size ? "2 beta / d" : "2 beta / (2 beta + d)")
                + ", beta = "
                + NumberText.decimal(result.request().smoothness().get(0)),
            series(result, law))
        .draw();
  }

  /** The picture as a part of a page, on which it need not be the only one. */
  public static String onPage(ManifoldResult result, Setting.Law law) {
    String name = inWords(law);
    return of(result, law)
        .replace("\"title description\"", "\"" + name + "-title " + name + "-description\"")
        .replace("id=\"title\"", "id=\"" + name + "-title\"")
        .replace("id=\"description\"", "id=\"" + name + "-description\"");
  }

  private static List<LogLogChart.Series> series(ManifoldResult result, Setting.Law law) {
    List<Integer> ambients = result.request().ambients();
    List<Integer> ends = List.of(Collections.min(ambients), Collections.max(ambients));
    double beta = result.request().smoothness().get(0);
    Map<Setting, List<ManifoldPoint>> lines = result.lines();
    boolean family =
        lines.keySet().stream().anyMatch(s -> s.manifold().name().startsWith("ellipsoid"));
    List<LogLogChart.Series> series = new ArrayList<>();
    for (ManifoldSlope slope : result.slopes(law)) {
      Setting setting = slope.setting();
      boolean shown = !family || setting.manifold().name().startsWith("ellipsoid");
      if (shown && setting.smoothness() == beta && ends.contains(setting.ambient())) {
        series.add(new LogLogChart.Series(name(slope), points(lines.get(setting))));
      }
    }
    return series;
  }

  private static String name(ManifoldSlope slope) {
    return String.format(
        Locale.ROOT,
        "%s, D=%d: %.2f (%.2f)",
        slope.setting().manifold().name(),
        slope.setting().ambient(),
        slope.measured(),
        slope.predicted());
  }

  private static List<LogLogChart.Point> points(List<ManifoldPoint> line) {
    return line.stream().map(p -> new LogLogChart.Point(p.size(), p.squaredError())).toList();
  }
}
