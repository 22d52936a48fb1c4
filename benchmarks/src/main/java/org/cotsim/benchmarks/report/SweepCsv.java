package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The rows of a sweep as comma-separated values.
 *
 * <p>Of the five currencies, that of the budget is the budget and the others are the most that an
 * answer took. A figure that does not exist, such as the accuracy of a row without samples, is an
 * empty field.
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
          "seed",
          "currency",
          "claimed",
          "loops",
          "padding",
          "thoughts",
          "context",
          "layers",
          "width",
          "nonzeros",
          "wrong");

  private SweepCsv() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    return Csv.of(HEADER, sweep.rows().stream().map(row -> fields(sweep, row)).toList());
  }

  private static List<Object> fields(SweepResult sweep, SweepRow row) {
    boolean measured = row.samples() > 0;
    Spent paid = row.paid();
    return List.of(
        row.problem(),
        row.by(),
        row.languageClass(),
        row.n(),
        row.budget(),
        paid.steps(),
        row.claimedSteps(),
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
        row.seeds().isEmpty() ? "" : row.seeds().get(0).seed(),
        row.currency(),
        row.claimed(),
        paid.loops(),
        paid.padding(),
        paid.thoughts(),
        paid.context(),
        paid.isSizeKnown() ? paid.layers() : "",
        paid.isSizeKnown() ? paid.width() : "",
        paid.isSizeKnown() ? paid.nonZeros() : "",
        row.samples() - row.right());
  }

  private static String figure(double value) {
    return Double.isFinite(value) ? NumberText.decimal(value).toString() : "";
  }
}
