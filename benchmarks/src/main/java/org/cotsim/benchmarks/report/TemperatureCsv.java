package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.experiment.precision.TemperaturePoint;

/** Inverse temperatures as comma-separated values. */
public final class TemperatureCsv {
  /** The name of the file. */
  public static final String FILE = "temperature.csv";

  private static final List<String> HEADER = List.of("length", "smallest_beta", "certified_beta");

  private TemperatureCsv() {}

  /** The whole file. */
  public static String of(List<TemperaturePoint> points) {
    return Csv.of(HEADER, points.stream().map(TemperatureCsv::fields).toList());
  }

  private static List<Object> fields(TemperaturePoint point) {
    return List.of(
        point.length(), NumberText.decimal(point.smallest()), NumberText.decimal(point.bound()));
  }
}
