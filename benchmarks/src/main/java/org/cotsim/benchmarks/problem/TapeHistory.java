package org.cotsim.benchmarks.problem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which cells of a tape were not blank after some of the steps that a decoder emitted, evenly
 * spread over its chain. Memory: a bit per cell and row.
 */
public final class TapeHistory {

  private static final int ROWS = 240;

  private final long stride;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A tape after so many steps.
   *
   * @param lowest the leftmost cell that counts
   * @param marks the cells that are not blank, counted from the lowest
   * @param cells how many cells count
   */
  public record Row(long step, int lowest, BitSet marks, int cells) {}

  /** Rows for a chain of at most so many steps. */
  public TapeHistory(long steps) {
    stride = Math.max(1, steps / ROWS);
  }

  /** Whether the tape is to be looked at after this step, counted from 1. */
  public boolean wants(long step) {
    return step % stride == 0;
  }

  /** Keeps a tape; steps come in their order. */
  public void add(Row row) {
    rows.add(row);
  }

  /** The tapes that were kept, in the order of their steps. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }
}
