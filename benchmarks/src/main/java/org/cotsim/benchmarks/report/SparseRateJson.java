package org.cotsim.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cotsim.benchmarks.experiment.sparserate.ApproximationPoint;
import org.cotsim.benchmarks.experiment.sparserate.LayerFigures;
import org.cotsim.benchmarks.experiment.sparserate.Rise;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateOptions;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.StepPoint;
import org.cotsim.benchmarks.experiment.sparserate.Variant;
import org.cotsim.simulator.sparserate.Compression.Agreement;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Measure;

/** A white-box transformer's figures as nested fields, for JSON; a figure that is none is null. */
public final class SparseRateJson {

  private SparseRateJson() {}

  /** The fields, always in the same order; {@code layers} are those of what was asked for. */
  public static Map<String, Object> of(SparseRateResult result, String command, long seed) {
    SparseRateOptions options = result.options();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", command);
    fields.put("data", result.data());
    fields.put("seed", seed);
    fields.put("tokens", result.tokens());
    fields.put("tokens_for_the_subspaces", result.training());
    fields.put("width", result.width());
    fields.put("subspaces", result.subspaces());
    fields.put("dimension", options.dimension());
    fields.put("coherence", figure(result.coherence()));
    fields.put("largest_angle_to_the_truth_degrees", figure(result.angle()));
    fields.put("epsilon", options.distortion());
    fields.put("step", options.step());
    fields.put("lambda", options.weight());
    fields.put("gradient", options.form().word());
    fields.put("threshold", options.threshold().word());
    fields.put("objective_rises_in_layers", result.asked().rises());
    fields.put("layers", layers(result, result.asked()));
    fields.put("variants", result.variants().stream().map(one -> variant(result, one)).toList());
    fields.put("steps", result.steps().stream().map(SparseRateJson::step).toList());
    fields.put("rate_rises_from_step", rises(result, Rise::rate));
    fields.put("objective_rises_from_step", rises(result, Rise::objective));
    fields.put(
        "approximation",
        result.approximation().stream().map(SparseRateJson::approximation).toList());
    return fields;
  }

  private static List<Map<String, Object>> layers(SparseRateResult result, Variant variant) {
    List<LayerFigures> layers = variant.layers();
    return layers.stream()
        .map(
            layer ->
                layer(
                    result,
                    layer,
                    layer.layer() == 0 ? layer.measure() : layers.get(layer.layer() - 1).measure()))
        .toList();
  }

  private static Map<String, Object> layer(
      SparseRateResult result, LayerFigures layer, Measure before) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", layer.layer());
    fields.putAll(measure(layer.measure()));
    fields.put("right", layer.right());
    fields.put("accuracy", figure((double) layer.right() / result.tokens()));
    if (layer.halves().isPresent()) {
      LayerFigures.Halves halves = layer.halves().get();
      Map<String, Object> compressing = new LinkedHashMap<>(measure(halves.compressed()));
      compressing.put("against_subspaces_before_the_norm", figure(halves.bareAgainst()));
      compressing.put("change", change(before, halves.compressed()));
      fields.put("compressing", compressing);
      fields.put("sparsifying", Map.of("change", change(halves.compressed(), layer.measure())));
      fields.put("gradient", agreement(halves.agreement()));
    }
    return fields;
  }

  private static Map<String, Object> measure(Measure measure) {
    return measure(
        measure.codingRate(),
        measure.againstSubspaces(),
        measure.nonzeroShare(),
        measure.objective());
  }

  private static Map<String, Object> change(Measure from, Measure to) {
    return measure(
        to.codingRate() - from.codingRate(),
        to.againstSubspaces() - from.againstSubspaces(),
        to.nonzeroShare() - from.nonzeroShare(),
        to.objective() - from.objective());
  }

  private static Map<String, Object> measure(
      double codingRate, double against, double nonzero, double objective) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("coding_rate", figure(codingRate));
    fields.put("against_subspaces", figure(against));
    fields.put("nonzero_share", figure(nonzero));
    fields.put("objective", figure(objective));
    return fields;
  }

  private static Map<String, Object> agreement(Agreement agreement) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cosine", figure(agreement.cosine()));
    fields.put("relative_error", figure(agreement.relativeError()));
    fields.put("attention_share", figure(agreement.attentionShare()));
    return fields;
  }

  private static Map<String, Object> variant(SparseRateResult result, Variant variant) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("gradient", variant.form().word());
    fields.put("threshold", variant.threshold().word());
    fields.put("objective_rises_in_layers", variant.rises());
    fields.put("change_by_compressing", figure(variant.changeByCompression()));
    fields.put("change_by_sparsifying", figure(variant.changeBySparsification()));
    fields.put("layers", layers(result, variant));
    return fields;
  }

  private static Map<String, Object> step(StepPoint point) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("gradient", point.form().word());
    fields.put("step", point.step());
    fields.put("against_subspaces_before_the_norm", figure(point.bareAgainst()));
    fields.put("objective", figure(point.objective()));
    return fields;
  }

  private static Map<String, Object> rises(
      SparseRateResult result, Function<Rise, OptionalDouble> from) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (GradientForm form : GradientForm.values()) {
      fields.put(form.word(), figure(from.apply(result.riseOf(form))));
    }
    return fields;
  }

  private static Map<String, Object> approximation(ApproximationPoint point) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epsilon", point.distortion());
    fields.put("energy", figure(point.energy()));
    fields.put("gradient", point.form().word());
    fields.putAll(agreement(point.agreement()));
    return fields;
  }

  private static Object figure(OptionalDouble value) {
    return value.isPresent() ? figure(value.getAsDouble()) : null;
  }

  private static Object figure(double value) {
    return Double.isFinite(value) ? NumberText.decimal(value) : null;
  }
}
