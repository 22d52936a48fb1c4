package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Recipe;

/**
 * The rows of one problem, in the order of the sweep.
 *
 * @param name of the problem
 * @param languageClass where the problem stands in theory
 * @param rows at least one
 */
record ProblemRows(String name, String languageClass, List<SweepRow> rows) {
  private static final Set<String> USUAL = Set.of("", "theorem1", "search", "theorem2");

  ProblemRows {
    rows = List.copyOf(rows);
  }

  /** The problems of a sweep in the order of their first rows. */
  static List<ProblemRows> of(SweepResult sweep) {
    Map<String, List<SweepRow>> byName = new LinkedHashMap<>();
    for (SweepRow row : sweep.points()) {
      byName.computeIfAbsent(row.problem(), name -> new ArrayList<>()).add(row);
    }
    return byName.values().stream()
        .map(rows -> new ProblemRows(rows.get(0).problem(), rows.get(0).languageClass(), rows))
        .toList();
  }

  /** The rows of decoders that were made elsewhere, or all others; empty if there are none. */
  Optional<ProblemRows> onlyFromElsewhere(boolean elsewhere) {
    List<SweepRow> some =
        rows.stream().filter(row -> Recipe.isFromElsewhere(row.by()) == elsewhere).toList();
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProblemRows(name, languageClass, some));
  }

  /** The ways and lengths that were measured, as asked. */
  List<Series> series() {
    return rows.stream().map(Series::of).distinct().toList();
  }

  /** The ways in which decoders were built, as asked. */
  List<String> ways() {
    return rows.stream().map(SweepRow::by).distinct().toList();
  }

  /** Whether the ways are not just the usual one. */
  boolean namesWay() {
    return !USUAL.containsAll(ways());
  }

  /** Whether decoders of a sweep were built in several ways, so that each must be named. */
  static boolean inSeveralWays(SweepResult sweep) {
    return sweep.rows().stream().map(SweepRow::by).filter(by -> !by.isEmpty()).distinct().count()
        > 1;
  }

  /** The budgets that were asked, as asked. */
  List<String> budgets() {
    return rows.stream().map(SweepRow::budget).distinct().toList();
  }

  /** The rows of one way and length. */
  List<SweepRow> at(Series series) {
    return rows.stream().filter(row -> Series.of(row).equals(series)).toList();
  }

  /** The row of one way and length under one budget, if it is finished. */
  Optional<SweepRow> at(Series series, String budget) {
    return at(series).stream().filter(row -> row.budget().equals(budget)).findFirst();
  }

  /** The intermediate tokens that the construction claims to need at a measured length. */
  long claimed(Series series) {
    return at(series).get(0).claimed();
  }

  /** Whether all inputs of a row have the same label, so that a constant answer is right. */
  static boolean oneSided(SweepRow row) {
    return row.positives() == 0 || row.positives() == row.samples();
  }
}
