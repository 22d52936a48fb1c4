package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;

/** The points of a precision law as comma-separated values. */
final class PrecisionCsv {
  private static final List<String> HEADER =
      List.of(
          "problem",
          "built",
          "bits",
          "longest_right",
          "capped",
          "certified",
          "certified_capped",
          "seed");

  private PrecisionCsv() {}

  /** The whole file. */
  static String of(PrecisionResult result) {
    return Csv.of(HEADER, result.points().stream().map(point -> fields(result, point)).toList());
  }

  /** The points of all laws, one law after the other. */
  static String of(PrecisionComparison comparison) {
    return Csv.of(
        HEADER,
        comparison.lines().stream()
            .map(PrecisionComparison.Line::result)
            .flatMap(result -> result.points().stream().map(point -> fields(result, point)))
            .toList());
  }

  private static List<Object> fields(PrecisionResult result, PrecisionPoint point) {
    return List.of(
        result.problem(),
        result.variant(),
        point.bits(),
        point.longestRight(),
        point.capped(),
        point.certified(),
        point.certifiedIsCapped(),
        result.seed());
  }
}
