package org.cotsim.benchmarks.experiment.currencies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The exchange table: what the same answers cost in every way they can be had.
 *
 * @param command the command that measures the same again
 * @param executor the name of the executor
 * @param backend what really ran
 * @param seed of the inputs
 * @param samples the inputs of each row
 * @param rows by problem, way and length
 * @param leftOut what has no row, with the reason
 * @param disagreements rows whose answers did not take the claimed number of steps, in a sentence
 *     each
 */
public record CurrencyTable(
    String command,
    String executor,
    String backend,
    long seed,
    int samples,
    List<CurrencyRow> rows,
    List<LeftOut> leftOut,
    List<String> disagreements) {

  /**
   * A way that a problem does not have.
   *
   * @param n the length at which it does not have it; empty if at none
   * @param reason in a sentence
   */
  public record LeftOut(String problem, String by, OptionalInt n, String reason) {}

  public CurrencyTable {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    disagreements = List.copyOf(disagreements);
  }

  /** Whether every answer agreed with the oracle and took the claimed number of steps. */
  public boolean allAsClaimed() {
    return disagreements.isEmpty() && rows.stream().allMatch(row -> row.wrong() == 0);
  }

  /** Why there is no row of a problem at a length, if there is none. */
  public Optional<String> whyNone(String problem, int n) {
    return rows.stream().anyMatch(row -> row.problem().equals(problem) && row.n() == n)
        ? Optional.empty()
        : leftOut.stream()
            .filter(out -> out.problem().equals(problem) && out.n().orElse(n) == n)
            .map(LeftOut::reason)
            .findFirst();
  }
}
