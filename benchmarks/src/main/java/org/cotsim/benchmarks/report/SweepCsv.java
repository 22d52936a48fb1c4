package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The rows of a sweep as comma-separated values.
 *
 * <p>A figure that does not exist, such as the accuracy of a row without samples, is an empty
 * field.
 */
public final class SweepCsv {
  private static final List<String> HEADER =
      List.of(
          "problem",
          "by",
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
          "seed");

  private SweepCsv() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    return Csv.of(HEADER, sweep.rows().stream().map(row -> fields(sweep, row)).toList());
  }

  private static List<Object> fields(SweepResult sweep, SweepRow row) {
    boolean measured = row.samples() > 0;
    return List.of(
        row.problem(),
        row.by(),
        row.languageClass(),
        row.n(),
        row.budget(),
        row.steps(),
        row.claimed(),
        row.samples(),
        row.positives(),
        row.right(),
        measured ? NumberText.decimal(row.accuracy()) : "",
        measured ? NumberText.decimal(Wilson.of(row).low()) : "",
        measured ? NumberText.decimal(Wilson.of(row).high()) : "",
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
    return Double.isFinite(value) ? NumberText.decimal(value).toString() : "";
  }
}
