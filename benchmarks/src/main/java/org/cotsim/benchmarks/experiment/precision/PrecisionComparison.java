package org.cotsim.benchmarks.experiment.precision;

import java.util.List;

/**
 * The precision laws of one problem, built in several ways, measured with the same inputs.
 *
 * @param command the command that makes the same points again
 * @param lines at least one, as they were asked for
 */
public record PrecisionComparison(String command, List<Line> lines) {

  /**
   * One law.
   *
   * @param hash what tells the ways apart, as a person names it
   * @param result what was found
   */
  public record Line(String hash, PrecisionResult result) {}

  public PrecisionComparison {
    lines = List.copyOf(lines);
  }

  /** The name of the problem. */
  public String problem() {
    return first().problem();
  }

  /** The line that was asked for first. */
  public PrecisionResult first() {
    return lines.get(0).result();
  }

  /** Whether every certificate promised no more than was found. */
  public boolean certificatesAreKept() {
    return lines.stream().allMatch(line -> line.result().certificatesAreKept());
  }
}
