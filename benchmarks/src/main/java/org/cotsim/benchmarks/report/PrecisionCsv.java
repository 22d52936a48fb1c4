package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cotsim.benchmarks.experiment.PrecisionPoint;
import org.cotsim.benchmarks.experiment.PrecisionResult;

/** The points of a precision law as comma-separated values, quoted as RFC 4180 says. */
final class PrecisionCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("problem", "built", "bits", "longest_right", "capped", "certified", "seed")
          .get();

  private PrecisionCsv() {}

  /** The whole file. */
  static String of(PrecisionResult result) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (PrecisionPoint point : result.points()) {
        printer.printRecord(
            result.problem(),
            result.variant(),
            point.bits(),
            point.longestRight(),
            point.capped(),
            point.certified(),
            result.seed());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString();
  }
}
