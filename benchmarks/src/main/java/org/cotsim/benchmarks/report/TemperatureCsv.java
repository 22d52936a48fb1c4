package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cotsim.benchmarks.experiment.TemperaturePoint;

/** Inverse temperatures as comma-separated values, quoted as RFC 4180 says. */
public final class TemperatureCsv {
  /** The name of the file. */
  public static final String FILE = "temperature.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("length", "smallest_beta", "certified_beta")
          .get();

  private TemperatureCsv() {}

  /** The whole file. */
  public static String of(List<TemperaturePoint> points) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (TemperaturePoint point : points) {
        printer.printRecord(
            point.length(), Figures.decimal(point.smallest()), Figures.decimal(point.bound()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString();
  }
}
