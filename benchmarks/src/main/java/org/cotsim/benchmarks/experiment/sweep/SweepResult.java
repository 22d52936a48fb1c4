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
 * @param rows in the order of problems, lengths and budgets as asked
 */
public record SweepResult(
    String command,
    String executor,
    String backend,
    long seed,
    int cellsPlanned,
    int cellsFinished,
    List<SweepRow> rows) {

  public SweepResult {
    rows = List.copyOf(rows);
  }
}
