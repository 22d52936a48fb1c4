package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cotsim.benchmarks.experiment.SweepResult;
import org.cotsim.benchmarks.experiment.SweepRow;

/**
 * The rows of a sweep as comma-separated values.
 *
 * <p>Quoted as RFC 4180 says, with a header line; lines end in a single newline so that the file
 * reads as any other text. A figure that does not exist, such as the accuracy of a row without
 * samples, is an empty field.
 */
public final class SweepCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "problem",
              "class",
              "n",
              "budget",
              "steps",
              "claimed_steps",
              "samples",
              "positives",
              "right",
              "accuracy",
              "accuracy_low",
              "accuracy_high",
              "answered",
              "forced",
              "tied",
              "mean_steps",
              "distance_right",
              "distance_wrong",
              "executor",
              "seed")
          .get();

  private SweepCsv() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (SweepRow row : sweep.rows()) {
        printer.printRecord(fields(sweep, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  private static List<Object> fields(SweepResult sweep, SweepRow row) {
    boolean measured = row.samples() > 0;
    return List.of(
        row.problem(),
        row.languageClass(),
        row.n(),
        row.budget(),
        row.steps(),
        row.claimed(),
        row.samples(),
        row.positives(),
        row.right(),
        measured ? Figures.decimal(row.accuracy()) : "",
        measured ? Figures.decimal(Wilson.of(row).low()) : "",
        measured ? Figures.decimal(Wilson.of(row).high()) : "",
        row.answered(),
        row.forced(),
        row.tied(),
        figure(row.meanSteps()),
        figure(row.distanceRight()),
        figure(row.distanceWrong()),
        sweep.executor(),
        sweep.seed());
  }

  private static String figure(double value) {
    return Double.isFinite(value) ? Figures.decimal(value).toString() : "";
  }
}
