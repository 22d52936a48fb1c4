package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison.Line;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;

/** Several precision laws of one problem as a report to read. */
public final class PrecisionLawsMarkdown {

  private static final String NONE = "-";

  private PrecisionLawsMarkdown() {}

  /** The exponents, the header first: seen, certified, and what theory says. */
  public static List<List<String>> slopes(PrecisionComparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("hash", "built", "seen", "certified", "theory"));
    for (Line line : comparison.lines()) {
      rows.add(
          List.of(
              line.hash(),
              line.result().variant(),
              law(line.result().slope()).orElse(NONE),
              law(line.result().certifiedSlope()).orElse(NONE),
              law(line.result().predicted()).orElse(NONE)));
    }
    return rows;
  }

  /** A law as a person writes it. */
  static Optional<String> law(OptionalDouble slope) {
    return slope.isEmpty()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "2^(%.2f P)", slope.getAsDouble()));
  }

  /** The lengths, the header first: for each way what was seen and what is certified. */
  public static List<List<String>> rows(PrecisionComparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("bits"));
    for (Line line : comparison.lines()) {
      header.addAll(List.of(line.hash() + ", seen", "certified"));
    }
    rows.add(header);
    for (int i = 0; i < comparison.first().points().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(comparison.first().points().get(i).bits()));
      for (Line line : comparison.lines()) {
        boolean there = i < line.result().points().size();
        Optional<PrecisionPoint> point =
            there ? Optional.of(line.result().points().get(i)) : Optional.empty();
        row.add(point.map(PrecisionMarkdown::right).orElse(""));
        row.add(point.map(PrecisionMarkdown::certified).orElse(""));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The whole report. */
  static String of(PrecisionComparison comparison) {
    return "# Length against precision: "
        + Markdown.plain(comparison.problem())
        + "\n\n"
        + Markdown.table(Markdown.plain(slopes(comparison)))
        + PrecisionMarkdown.certificates(comparison.certificatesAreKept())
        + "\n\n"
        + Markdown.plain(comparison.first().backend())
        + ", seed "
        + comparison.first().seed()
        + ". The command that gives these points:\n\n"
        + Markdown.code(comparison.command())
        + "\n\n![Longest right and longest certified length against bits]("
        + PrecisionWriter.CHART
        + ")\n\n"
        + Markdown.table(Markdown.plain(rows(comparison)))
        + PrecisionMarkdown.meaning(comparison.first());
  }
}
