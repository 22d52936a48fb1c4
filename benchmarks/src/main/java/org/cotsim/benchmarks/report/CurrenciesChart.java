package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/** Multiply-adds against the length as an SVG picture, both logarithmic: a line per way. */
final class CurrenciesChart {

  private CurrenciesChart() {}

  /** The whole picture; rows of length 0 have no place on it. */
  static String of(CurrencyTable table) {
    Map<String, List<LogLogChart.Point>> lines = new LinkedHashMap<>();
    for (CurrencyRow row : table.rows()) {
      if (row.n() > 0) {
        lines
            .computeIfAbsent(name(row), none -> new ArrayList<>())
            .add(new LogLogChart.Point(row.n(), row.operations()));
      }
    }
    return new LogLogChart(
            "What an answer costs",
            "Multiply-adds of an answer against the length of the input, both axes logarithmic: a"
                + " line for each problem and each way to build its decoder.",
            "n, the length of the input",
            Axis::shortCount,
            "multiply-adds of one answer, counted from the weights",
            lines.entrySet().stream()
                .map(line -> new LogLogChart.Series(line.getKey(), line.getValue()))
                .toList())
        .draw();
  }

  private static String name(CurrencyRow row) {
    return row.problem() + (row.by().isEmpty() ? "" : " by " + row.by());
  }
}
