package org.cotsim.benchmarks.experiment.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was asked of a sweep, before its first cell is measured.
 *
 * @param asked what decides the rows, by name
 * @param command the command that makes the same rows again
 * @param planned how many cells there are, those of all shards
 * @param seeds of the inputs; none if all are listed
 * @param leftOut ways of building a decoder that were asked and that a problem does not have
 */
public record SweepHeader(
    Map<String, String> asked, String command, int planned, List<Long> seeds, List<Way> leftOut) {

  /** The name under which a shard says which one it is. */
  public static final String SHARD = "--shard";

  /** What stands under a name where nothing was asked. */
  public static final String NONE = "(none)";

  /**
   * A way of building a decoder that a problem does not have.
   *
   * @param problem its name
   * @param by the way
   * @param reason in a sentence
   */
  public record Way(String problem, String by, String reason) {}

  public SweepHeader {
    asked = Collections.unmodifiableMap(new TreeMap<>(asked)); // one order for all
    seeds = List.copyOf(seeds);
    leftOut = List.copyOf(leftOut);
  }

  /** The part of the sweep that this is; empty if it is all of it. */
  public Optional<Shard> shard() {
    return Shard.find(asked.getOrDefault(SHARD, NONE));
  }

  /** The same sweep, all of it. */
  public SweepHeader whole() {
    Map<String, String> all = new TreeMap<>(asked);
    all.put(SHARD, NONE);
    return new SweepHeader(all, command, planned, seeds, leftOut);
  }
}
