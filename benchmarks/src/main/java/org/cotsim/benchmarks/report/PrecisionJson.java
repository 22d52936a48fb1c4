package org.cotsim.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;

/** A precision law as nested fields, for JSON; a figure that does not exist is null. */
public final class PrecisionJson {

  private PrecisionJson() {}

  /** The fields, always in the same order. */
  public static Map<String, Object> of(PrecisionResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", result.command());
    fields.put("problem", result.problem());
    fields.put("built", result.variant());
    fields.put("backend", result.backend());
    fields.put("seed", result.seed());
    fields.put("inputs", result.inputs());
    fields.put("longest", result.longest());
    fields.put("slope", figure(result.slope()));
    fields.put("predicted_slope", figure(result.predicted()));
    fields.put("certified_slope", figure(result.certifiedSlope()));
    fields.put("certificates_kept", result.certificatesAreKept());
    fields.put("points", result.points().stream().map(PrecisionJson::point).toList());
    return fields;
  }

  /** The fields of several laws. */
  public static Map<String, Object> of(PrecisionComparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", comparison.command());
    fields.put("problem", comparison.problem());
    fields.put("certificates_kept", comparison.certificatesAreKept());
    fields.put("laws", comparison.lines().stream().map(PrecisionJson::law).toList());
    return fields;
  }

  private static Map<String, Object> law(PrecisionComparison.Line line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("hash", line.hash());
    fields.putAll(of(line.result()));
    fields.remove("command");
    fields.remove("problem");
    return fields;
  }

  private static Map<String, Object> point(PrecisionPoint point) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bits", point.bits());
    fields.put("longest_right", point.longestRight());
    fields.put("capped", point.capped());
    fields.put("certified", point.certified());
    fields.put("certified_capped", point.certifiedIsCapped());
    return fields;
  }

  private static Object figure(OptionalDouble value) {
    return value.isPresent() ? NumberText.decimal(value.getAsDouble()) : null;
  }
}
