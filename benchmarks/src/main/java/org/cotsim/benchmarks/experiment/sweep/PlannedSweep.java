package org.cotsim.benchmarks.experiment.sweep;

import java.util.List;

/**
 * All that is known of a sweep before its first cell is measured.
 *
 * @param words of the command that plans it again, here or on another machine
 * @param header what was asked
 * @param plan its cells
 * @param meter measures them
 */
public record PlannedSweep(
    List<String> words, SweepHeader header, SweepPlan plan, CellMeter meter) {

  public PlannedSweep {
    words = List.copyOf(words);
  }
}
