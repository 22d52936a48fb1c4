package org.cotsim.benchmarks.experiment.manifold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was measured.
 *
 * @param command the command that makes the same figures again
 * @param request what was asked for
 * @param points line by line, each in the order of its sizes
 * @param again the lines whose exponents lie outside 15 % of the prediction, with further draws
 */
public record ManifoldResult(
    String command,
    ManifoldExperiment.Request request,
    List<ManifoldPoint> points,
    List<ManifoldPoint> again) {

  public ManifoldResult {
    points = List.copyOf(points);
    again = List.copyOf(again);
  }

  /** The points of each line. */
  public Map<Setting, List<ManifoldPoint>> lines() {
    return lines(points);
  }

  private static Map<Setting, List<ManifoldPoint>> lines(List<ManifoldPoint> points) {
    return points.stream()
        .collect(
            Collectors.groupingBy(ManifoldPoint::setting, LinkedHashMap::new, Collectors.toList()));
  }

  /** The fitted exponent of each line. */
  public List<ManifoldSlope> slopes() {
    List<ManifoldSlope> slopes = new ArrayList<>();
    Map<Setting, List<ManifoldPoint>> more = lines(again);
    lines()
        .forEach(
            (setting, line) ->
                slopes.add(ManifoldSlope.of(setting, line, more.getOrDefault(setting, List.of()))));
    return slopes;
  }

  /** The fitted exponents of one law. */
  public List<ManifoldSlope> slopes(Setting.Law law) {
    return slopes().stream().filter(slope -> slope.setting().law() == law).toList();
  }

  /**
   * By how much the exponents of the same manifold, law and smoothness differ between ambient
   * dimensions, at most, relative to the predicted one; empty with one ambient dimension.
   */
  public OptionalDouble ambientEffect() {
    Map<List<Object>, List<ManifoldSlope>> groups =
        slopes().stream()
            .collect(
                Collectors.groupingBy(
                    s ->
                        List.of(
                            s.setting().law(), s.setting().manifold(), s.setting().smoothness())));
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .mapToDouble(ManifoldResult::spread)
        .max();
  }

  private static double spread(List<ManifoldSlope> group) {
    double most = group.stream().mapToDouble(ManifoldSlope::ratio).max().orElseThrow();
    double least = group.stream().mapToDouble(ManifoldSlope::ratio).min().orElseThrow();
    return most - least;
  }
}
