package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.experiment.sparserate.LayerFigures;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.StepPoint;
import org.cotsim.benchmarks.experiment.sparserate.Variant;

/** A white-box transformer's figures as comma-separated values: layers, and steps of each size. */
final class SparseRateCsv {
  private static final List<String> LAYERS =
      List.of(
          "gradient",
          "threshold",
          "layer",
          "coding_rate",
          "against_subspaces",
          "nonzero_share",
          "objective",
          "right",
          "tokens");

  private static final List<String> STEPS =
      List.of("gradient", "step", "against_subspaces_before_the_norm", "objective");

  private SparseRateCsv() {}

  /** A row for each layer of each variant. */
  static String layers(SparseRateResult result) {
    List<List<Object>> rows = new ArrayList<>();
    for (Variant variant : result.variants()) {
      variant.layers().forEach(layer -> rows.add(row(result, variant, layer)));
    }
    return Csv.of(LAYERS, rows);
  }

  private static List<Object> row(SparseRateResult result, Variant variant, LayerFigures layer) {
    return List.of(
        variant.form().word(),
        variant.threshold().word(),
        layer.layer(),
        NumberText.decimal(layer.measure().codingRate()),
        NumberText.decimal(layer.measure().againstSubspaces()),
        NumberText.decimal(layer.measure().nonzeroShare()),
        NumberText.decimal(layer.measure().objective()),
        layer.right(),
        result.tokens());
  }

  /** A row for each gradient and step. */
  static String steps(SparseRateResult result) {
    return Csv.of(STEPS, result.steps().stream().map(SparseRateCsv::row).toList());
  }

  private static List<Object> row(StepPoint point) {
    return List.of(
        point.form().word(),
        NumberText.decimal(point.step()),
        NumberText.decimal(point.bareAgainst()),
        NumberText.decimal(point.objective()));
  }
}
