package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;

/**
 * A sweep so far: what was asked and the rows that are finished.
 *
 * @param command the command that makes the same rows again
 * @param executor the name of the executor
 * @param backend what really ran
 * @param seed of the inputs
 * @param cellsPlanned pairs of problem and length that were asked
 * @param cellsFinished how many of them are in the rows
 * @param unmeasured why each of the others that were tried could not be measured
 * @param rows in the order of problems, lengths and budgets as asked
 */
public record SweepResult(
    String command,
    String executor,
    String backend,
    long seed,
    int cellsPlanned,
    int cellsFinished,
    List<String> unmeasured,
    List<SweepRow> rows) {

  public SweepResult {
    unmeasured = List.copyOf(unmeasured);
    rows = List.copyOf(rows);
  }

  /** Whether every cell was tried. */
  public boolean finished() {
    return cellsFinished + unmeasured.size() == cellsPlanned;
  }
}
