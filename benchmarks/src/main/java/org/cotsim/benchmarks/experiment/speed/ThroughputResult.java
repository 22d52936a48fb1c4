package org.cotsim.benchmarks.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tokens per second by executor, mode and size of batch.
 *
 * @param problem its name
 * @param n the length of the inputs
 * @param longest intermediate tokens of the longest chain
 * @param different how many different inputs there are; larger batches repeat them
 * @param machine where it was measured, with the load when it began
 * @param bandwidth bytes per second that the memory of the executors' device moves, if a person
 *     said so
 * @param rows in the order they were measured
 * @param stopped what was not measured, a sentence each
 */
public record ThroughputResult(
    String problem,
    int n,
    int longest,
    int different,
    Hardware machine,
    OptionalDouble bandwidth,
    List<ThroughputRow> rows,
    List<String> stopped) {

  public ThroughputResult {
    rows = List.copyOf(rows);
    stopped = List.copyOf(stopped);
  }

  /**
   * What a step costs however small the batch, which on a device is the launching of its
   * operations: the time of a step of a batch of one. Empty where no such batch was measured, and
   * for that batch itself.
   */
  public OptionalDouble secondsOfOne(ThroughputRow row) {
    return rows.stream()
        .filter(one -> one.batch() == 1 && one.executor().equals(row.executor()))
        .filter(one -> one.steps() > 0 && row.steps() > 0 && row.batch() > 1)
        .mapToDouble(one -> one.secondsPerStep().orElseThrow())
        .findFirst();
  }

  /** The least time of a step: its keys read once, at the device's bandwidth. */
  public OptionalDouble floorSeconds(ThroughputRow row) {
    return bandwidth.isPresent() && row.cacheBytes().isPresent()
        ? OptionalDouble.of(row.cacheBytes().getAsDouble() / bandwidth.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Whether every token of every run is the oracle's. */
  public boolean allRight() {
    return rows.stream().allMatch(ThroughputRow::right);
  }

  ThroughputResult plus(ThroughputRow row) {
    List<ThroughputRow> more = new ArrayList<>(rows);
    more.add(row);
    return new ThroughputResult(problem, n, longest, different, machine, bandwidth, more, stopped);
  }

  ThroughputResult without(String why) {
    List<String> more = new ArrayList<>(stopped);
    more.add(why);
    return new ThroughputResult(problem, n, longest, different, machine, bandwidth, rows, more);
  }
}
