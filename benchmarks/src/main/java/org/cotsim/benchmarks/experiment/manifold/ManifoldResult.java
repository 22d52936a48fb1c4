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
 */
public record ManifoldResult(
    String command, ManifoldExperiment.Request request, List<ManifoldPoint> points) {

  public ManifoldResult {
    points = List.copyOf(points);
  }

  /** The points of each line. */
  public Map<Setting, List<ManifoldPoint>> lines() {
    return points.stream()
        .collect(
            Collectors.groupingBy(ManifoldPoint::setting, LinkedHashMap::new, Collectors.toList()));
  }

  /** The fitted exponent of each line. */
  public List<ManifoldSlope> slopes() {
    List<ManifoldSlope> slopes = new ArrayList<>();
    lines().forEach((setting, line) -> slopes.add(ManifoldSlope.of(setting, line)));
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
