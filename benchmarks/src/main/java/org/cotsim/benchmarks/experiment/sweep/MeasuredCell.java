package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;

/**
 * A cell of a sweep that was tried.
 *
 * @param cell its number in the sweep, from 0
 * @param name of the problem, the length and, among several, the seed
 * @param executor what ran its models, by name
 * @param backend what really ran
 * @param reasons why it, or some of its budgets, could not be decided, one sentence each
 * @param rows of the budgets that could, in their order
 */
public record MeasuredCell(
    int cell,
    String name,
    String executor,
    String backend,
    List<String> reasons,
    List<SweepRow> rows) {

  public MeasuredCell {
    reasons = List.copyOf(reasons);
    rows = List.copyOf(rows);
  }
}
