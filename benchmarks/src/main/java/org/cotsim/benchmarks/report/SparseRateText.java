package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sparserate.ApproximationPoint;
import org.cotsim.benchmarks.experiment.sparserate.LayerFigures;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateOptions;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.Variant;
import org.cotsim.simulator.sparserate.Compression.Agreement;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Measure;

/**
 * A white-box transformer's figures as sentences and tables; every figure comes from the result.
 */
public final class SparseRateText {

  /** What is claimed, and where. */
  public static final String CLAIM =
      "Claimed: a transformer layer is two steps that minimise one objective, the sparse rate"
          + " reduction: self-attention with one matrix per head is a step of gradient descent of"
          + " the tokens' coding rate against subspaces, the feed-forward part a step of iterative"
          + " shrinkage-thresholding.";

  /** The source of the claim. */
  public static final String SOURCE =
      "Y. Yu and others, White-Box Transformers via Sparse Rate Reduction, NeurIPS 2023 (arXiv"
          + " 2306.01129)";

  private SparseRateText() {}

  /** What was measured, in four sentences. */
  public static List<String> measured(SparseRateResult result) {
    return List.of(objective(result), gradient(result), steps(result), classes(result));
  }

  /** How the objective went, and by whom. */
  static String objective(SparseRateResult result) {
    Variant asked = result.asked();
    Measure first = asked.input().measure();
    Measure last = asked.last().measure();
    String way =
        asked.rises().isEmpty()
            ? "falls in each of " + NumberText.counted(asked.layers().size() - 1, "layer")
            : "does not fall in "
                + asked.rises().stream()
                    .map(layer -> "layer " + layer)
                    .collect(Collectors.joining(", "));
    return format(
        "Measured on %s: the objective %s, from %.2f to %.2f nats per token; to that the"
            + " compressing halves give %+.2f (%+.2f of it the price of zeros that they fill) and"
            + " the sparsifying halves %+.2f, and from %.1f %% to %.1f %% of the coordinates are"
            + " not zero.",
        result.data(),
        way,
        first.objective(),
        last.objective(),
        asked.changeByCompression(),
        result.options().weight() * result.width() * asked.nonzeroChangeByCompression(),
        asked.changeBySparsification(),
        100 * first.nonzeroShare(),
        100 * last.nonzeroShare());
  }

  /** The attention form beside the exact gradient. */
  static String gradient(SparseRateResult result) {
    Variant attention = result.with(GradientForm.ATTENTION);
    Variant exact = result.with(GradientForm.EXACT);
    Agreement first = attention.layers().get(1).halves().orElseThrow().agreement();
    return format(
        "In the first layer the attention form has a cosine of %.3f with the exact gradient, and"
            + " what its heads attend to is %.1f %% as long as the tokens; between the norms its"
            + " compressing halves change the rate against the subspaces by %+.2f, those of the"
            + " exact gradient by %+.2f, with which the objective ends at %.2f.",
        first.cosine(),
        100 * first.attentionShare(),
        attention.againstChangeByCompression(),
        exact.againstChangeByCompression(),
        exact.last().measure().objective());
  }

  /** Where a finite step is too long. */
  static String steps(SparseRateResult result) {
    List<GradientForm> forms =
        List.of(GradientForm.EXACT, GradientForm.ATTENTION, GradientForm.RESIDUAL);
    return "One step from the input raises the rate against the subspaces, before the norm, "
        + forms.stream()
            .map(form -> from(result.riseOf(form).rate()) + " (" + form.word() + ")")
            .collect(Collectors.joining(", "))
        + ", and the objective, after it, "
        + forms.stream()
            .map(form -> from(result.riseOf(form).objective()) + " (" + form.word() + ")")
            .collect(Collectors.joining(", "))
        + "; lengths are in units of the inverse curvature, residual is Z + MSSA(Z), as published"
        + " code adds it.";
  }

  private static String from(OptionalDouble length) {
    if (length.isEmpty()) {
      return "at no length tried";
    }
    return length.getAsDouble() == 0
        ? "already at the shortest length tried"
        : format("from a length of %.2f on", length.getAsDouble());
  }

  /** Classification by the nearest subspace. */
  static String classes(SparseRateResult result) {
    return format(
        "Of %d tokens that no subspace was estimated from, %s lie nearest to the subspace of their"
            + " class before the first layer and %s after the last one; with exact gradients it is"
            + " %s.",
        result.tokens(),
        NumberText.percent(result.asked().input().right(), result.tokens()),
        NumberText.percent(result.asked().last().right(), result.tokens()),
        NumberText.percent(result.with(GradientForm.EXACT).last().right(), result.tokens()));
  }

  /** What the subspaces are, in one sentence. */
  public static String subspaces(SparseRateResult result) {
    String known =
        result.angle().isPresent()
            ? format(", at most %.1f degrees from the true ones", result.angle().getAsDouble())
            : "";
    return format(
        "%d of dimension %d in width %d, principal components of %d other tokens by class;"
            + " coherence %.3f%s",
        result.subspaces(),
        result.options().dimension(),
        result.width(),
        result.training(),
        result.coherence(),
        known);
  }

  /** How the transformer is built, in one line. */
  public static String network(SparseRateResult result) {
    SparseRateOptions options = result.options();
    return options.layers()
        + " layers, gradient "
        + options.form().word()
        + ", threshold "
        + options.threshold().word()
        + ", step "
        + options.step()
        + ", lambda "
        + options.weight()
        + ", epsilon "
        + options.distortion();
  }

  /** The layers of what was asked for, the header first. */
  public static List<List<String>> layers(SparseRateResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "layer", "R", "Rc", "nonzero", "objective", "compress", "sparsify", "cosine", "right"));
    double before = 0;
    for (LayerFigures layer : result.asked().layers()) {
      Measure measure = layer.measure();
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(layer.layer()));
      row.add(format("%.3f", measure.codingRate()));
      row.add(format("%.3f", measure.againstSubspaces()));
      row.add(format("%.4f", measure.nonzeroShare()));
      row.add(format("%.3f", measure.objective()));
      row.addAll(halves(layer, before));
      row.add(NumberText.percent(layer.right(), result.tokens()));
      rows.add(row);
      before = measure.objective();
    }
    return rows;
  }

  private static List<String> halves(LayerFigures layer, double before) {
    if (layer.halves().isEmpty()) {
      return List.of("-", "-", "-");
    }
    LayerFigures.Halves halves = layer.halves().get();
    double middle = halves.compressed().objective();
    return List.of(
        format("%+.3f", middle - before),
        format("%+.3f", layer.measure().objective() - middle),
        finite("%.3f", halves.agreement().cosine()));
  }

  /** Every gradient with every threshold, after the last layer; the header first. */
  public static List<List<String>> variants(SparseRateResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("gradient", "threshold", "R", "Rc", "nonzero", "objective", "rises in", "right"));
    for (Variant variant : result.variants()) {
      Measure last = variant.last().measure();
      String rises = variant.rises().stream().map(String::valueOf).collect(Collectors.joining(" "));
      rows.add(
          List.of(
              variant.form().word(),
              variant.threshold().word(),
              format("%.3f", last.codingRate()),
              format("%.3f", last.againstSubspaces()),
              format("%.4f", last.nonzeroShare()),
              format("%.3f", last.objective()),
              rises.isEmpty() ? "-" : rises,
              NumberText.percent(variant.last().right(), result.tokens())));
    }
    return rows;
  }

  /** How near each gradient is to the exact one, by distortion; the header first. */
  public static List<List<String>> approximation(SparseRateResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("epsilon", "energy", "gradient", "cosine", "error", "attended"));
    for (ApproximationPoint point : result.approximation()) {
      rows.add(
          List.of(
              NumberText.decimal(point.distortion()).toPlainString(),
              format("%.3g", point.energy()),
              point.form().word(),
              finite("%.3f", point.agreement().cosine()),
              finite("%.3g", point.agreement().relativeError()),
              finite("%.3g", point.agreement().attentionShare())));
    }
    return rows;
  }

  /** What the columns mean. */
  public static String legend() {
    return "R is the coding rate of the tokens and Rc that against the subspaces, in nats per"
        + " token; the objective is Rc - R + lambda times the non-zeros of a token. Compress"
        + " and sparsify are what the two halves of a layer change it by, each with its"
        + " norm; cosine is that of the gradient used and the exact one. Right: nearest to"
        + " the subspace of its class.";
  }

  private static String finite(String pattern, double figure) {
    return Double.isFinite(figure) ? format(pattern, figure) : "-";
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
