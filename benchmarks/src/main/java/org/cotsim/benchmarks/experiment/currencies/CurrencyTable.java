package org.cotsim.benchmarks.experiment.currencies;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.problem.Floor;

/**
 * The exchange table: what the same answers cost in every way they can be had.
 *
 * @param command the command that measures the same again
 * @param executor the name of the executor
 * @param backend what really ran
 * @param seed of the inputs
 * @param samples the inputs of each row
 * @param rows by problem, way and length
 * @param floors what the literature knows to be needed at least, at the measured lengths
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
    List<FloorAt> floors,
    List<LeftOut> leftOut,
    List<String> disagreements) {

  public CurrencyTable {
    rows = List.copyOf(rows);
    floors = List.copyOf(floors);
    leftOut = List.copyOf(leftOut);
    disagreements = List.copyOf(disagreements);
  }

  /** The names of the problems, as they were asked. */
  public List<String> problems() {
    return rows.stream().map(CurrencyRow::problem).distinct().toList();
  }

  /** The rows of a problem. */
  public List<CurrencyRow> of(String problem) {
    return rows.stream().filter(row -> row.problem().equals(problem)).toList();
  }

  /** The floors of a problem, each once. */
  public List<Floor> floorsOf(String problem) {
    return floors.stream()
        .filter(one -> one.problem().equals(problem))
        .map(FloorAt::floor)
        .distinct()
        .toList();
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
