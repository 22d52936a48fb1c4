package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.problem.Currency;

/**
 * A sweep so far: what was asked and the rows that are finished.
 *
 * @param command the command that makes the same rows again
 * @param executor the name of the executor
 * @param backend what really ran
 * @param seed of the inputs
 * @param cellsPlanned pairs of problem and length that were asked
 * @param cellsFinished how many of them are in the rows
 * @param leftOut ways of building a decoder that were asked and that a problem does not have
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
    List<LeftOut> leftOut,
    List<String> unmeasured,
    List<SweepRow> rows) {

  public SweepResult {
    leftOut = List.copyOf(leftOut);
    unmeasured = List.copyOf(unmeasured);
    rows = List.copyOf(rows);
  }

  /** What the budgets count; steps if they are not all of one currency, or there are none. */
  public Currency currency() {
    List<Currency> counted = rows.stream().map(SweepRow::currency).distinct().toList();
    return counted.size() == 1 ? counted.get(0) : Currency.STEPS;
  }

  /** Whether every cell was tried. */
  public boolean finished() {
    return cellsFinished + unmeasured.size() == cellsPlanned;
  }

  /**
   * Whether every sampled input was answered right under budgets at and above the claim; empty if
   * no budget reached it on any input.
   */
  public Optional<Boolean> allRightAtClaim() {
    List<SweepRow> reached =
        rows.stream().filter(row -> row.samples() > 0 && row.reachesClaim()).toList();
    return reached.isEmpty()
        ? Optional.empty()
        : Optional.of(reached.stream().allMatch(row -> row.right() == row.samples()));
  }
}
