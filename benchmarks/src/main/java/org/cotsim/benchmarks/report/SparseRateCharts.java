package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.Variant;
import org.cotsim.simulator.sparserate.GradientForm;

/** Two pictures: the objective after each layer, and the rate after one step of each size. */
public final class SparseRateCharts {

  private SparseRateCharts() {}

  /** The objective layer by layer, a line for each gradient with the threshold asked for. */
  public static String layers(SparseRateResult result) {
    return new LineChart(
            "The objective after each layer",
            SparseRateText.objective(result),
            "layer",
            "objective, nats per token",
            result.data() + "; " + result.options().threshold().word() + " threshold",
            Stream.of(GradientForm.values()).map(result::with).map(SparseRateCharts::line).toList())
        .draw();
  }

  private static LineChart.Series line(Variant variant) {
    return new LineChart.Series(
        variant.form().word(),
        variant.layers().stream()
            .map(layer -> new LineChart.Point(layer.layer(), layer.measure().objective()))
            .toList());
  }

  /** The rate against the subspaces after one bare step from the input. */
  public static String steps(SparseRateResult result) {
    return new LineChart(
            "The rate against the subspaces after one step",
            SparseRateText.steps(result),
            "step, in units of the inverse curvature",
            "rate against the subspaces, nats per token, before the norm",
            result.data(),
            Stream.of(GradientForm.values()).map(form -> line(result, form)).toList())
        .draw();
  }

  private static LineChart.Series line(SparseRateResult result, GradientForm form) {
    List<LineChart.Point> points =
        result.steps().stream()
            .filter(point -> point.form() == form)
            .map(point -> new LineChart.Point(point.step(), point.bareAgainst()))
            .toList();
    return new LineChart.Series(form.word(), points);
  }
}
