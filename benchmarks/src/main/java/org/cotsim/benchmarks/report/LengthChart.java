package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * Accuracy against the length of the input as an SVG picture: a line for each decoder under the
 * least and under the largest budget that was measured at every length.
 *
 * <p>Where decoders were trained, this shows how far they are right beyond the lengths that they
 * were trained on.
 */
final class LengthChart {

  private static final double NAME_WIDTH = 176;
  private static final double FONT = 13;

  private LengthChart() {}

  static String of(SweepResult sweep) {
    List<LineChart.Series> series = new ArrayList<>();
    List<ProblemRows> problems = ProblemRows.of(sweep);
    for (ProblemRows problem : problems) {
      for (String way : problem.ways()) {
        List<SweepRow> rows = problem.rows().stream().filter(row -> row.by().equals(way)).toList();
        for (String budget : ends(rows)) {
          String name =
              (problems.size() > 1 ? problem.name() + " " : "") + way + ", " + budget + " steps";
          series.add(line(name, rows, budget));
        }
      }
    }
    return new LineChart(
            "Accuracy against the length of the input",
            SweepHeadline.of(sweep),
            "n, the length of the input",
            "share of right answers",
            "a line is a decoder and its step budget; the figures and their intervals are in "
                + SweepWriter.CSV,
            series)
        .draw();
  }

  /** The least budget and the largest, as they are at the longest input. */
  private static List<String> ends(List<SweepRow> rows) {
    long longest = rows.stream().mapToLong(SweepRow::n).max().orElseThrow();
    List<String> ascending =
        rows.stream()
            .filter(row -> row.n() == longest)
            .sorted(Comparator.comparingLong(SweepRow::amount))
            .map(SweepRow::budget)
            .toList();
    return Stream.of(ascending.get(0), ascending.get(ascending.size() - 1)).distinct().toList();
  }

  private static LineChart.Series line(String name, List<SweepRow> rows, String budget) {
    return new LineChart.Series(
        Svg.fit(name, FONT, NAME_WIDTH),
        rows.stream()
            .filter(row -> row.budget().equals(budget))
            .sorted(Comparator.comparingLong(SweepRow::n))
            .map(row -> new LineChart.Point(row.n(), row.accuracy()))
            .toList());
  }
}
