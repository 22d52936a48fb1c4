package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Recipe;

/**
 * A sweep so far: what was asked and the rows that are finished.
 *
 * @param shard the part of a sweep that this is; empty for all of it
 * @param command the command that makes the same rows again
 * @param executor the name of the executor, or of several
 * @param backend what really ran
 * @param seeds of the inputs; none if all are listed
 * @param cellsPlanned triples of problem, length and seed that were asked
 * @param cellsTried how many of them were tried
 * @param cellsFinished how many of these have rows
 * @param leftOut ways of building a decoder that were asked and that a problem does not have
 * @param unmeasured why each of the others that were tried could not be measured
 * @param rows in the order of problems, lengths, seeds and budgets as asked
 */
public record SweepResult(
    Optional<Shard> shard,
    String command,
    String executor,
    String backend,
    List<Long> seeds,
    int cellsPlanned,
    int cellsTried,
    int cellsFinished,
    List<LeftOut> leftOut,
    List<String> unmeasured,
    List<SweepRow> rows) {

  public SweepResult {
    seeds = List.copyOf(seeds);
    leftOut = List.copyOf(leftOut);
    unmeasured = List.copyOf(unmeasured);
    rows = List.copyOf(rows);
  }

  /** What was asked, and the cells that were tried, in their order. */
  public static SweepResult of(SweepHeader asked, List<MeasuredCell> cells) {
    return new SweepResult(
        asked.shard(),
        asked.command(),
        listed(
            cells.stream().flatMap(cell -> Arrays.stream(cell.executor().split(", ", -1))), ", "),
        listed(cells.stream().map(MeasuredCell::backend), "; "),
        asked.seeds(),
        asked.planned(),
        cells.size(),
        (int) cells.stream().filter(cell -> !cell.rows().isEmpty()).count(),
        asked.leftOut().stream()
            .map(way -> new LeftOut(way.problem(), way.by(), way.reason()))
            .toList(),
        cells.stream().flatMap(cell -> cell.reasons().stream()).toList(),
        cells.stream().flatMap(cell -> cell.rows().stream()).toList());
  }

  private static String listed(Stream<String> names, String between) {
    return names.distinct().sorted().collect(Collectors.joining(between));
  }

  /** What the budgets count; steps if they are not all of one currency, or there are none. */
  public Currency currency() {
    List<Currency> counted = rows.stream().map(SweepRow::currency).distinct().toList();
    return counted.size() == 1 ? counted.get(0) : Currency.STEPS;
  }

  /** Whether every cell was tried. */
  public boolean finished() {
    return cellsTried == cellsPlanned;
  }

  /** Whether inputs were drawn with several seeds. */
  public boolean hasSeveralSeeds() {
    return seeds.size() > 1;
  }

  /** The rows, those that differ in nothing but their seed as one. */
  public List<SweepRow> points() {
    if (!hasSeveralSeeds()) {
      return rows;
    }
    Map<List<Object>, List<SweepRow>> same = new LinkedHashMap<>();
    for (SweepRow row : rows) {
      List<Object> key = List.of(row.problem(), row.by(), row.n(), row.currency(), row.budget());
      same.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
    }
    return same.values().stream().map(SweepRow::together).toList();
  }

  /**
   * Whether every sampled input was answered right under budgets at and above the claim; empty if
   * no budget reached it on any input. Of decoders that were made elsewhere nothing is claimed.
   */
  public Optional<Boolean> allRightAtClaim() {
    List<SweepRow> reached =
        rows.stream()
            .filter(row -> row.samples() > 0 && row.reachesClaim())
            .filter(row -> !Recipe.isFromElsewhere(row.by()))
            .toList();
    return reached.isEmpty()
        ? Optional.empty()
        : Optional.of(reached.stream().allMatch(row -> row.right() == row.samples()));
  }
}
