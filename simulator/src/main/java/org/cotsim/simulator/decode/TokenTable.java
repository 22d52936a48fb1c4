package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of a batch, one row per step. */
final class TokenTable {

  private static final int ROWS = 256; // of a piece

  private final int batch;
  private final List<int[]> pieces = new ArrayList<>(); // [ROWS * batch], the last one may be short
  private int rows;

  TokenTable(int batch) {
    this.batch = batch;
  }

  /** Adds a row, [batch]. */
  void append(int[] row) {
    int within = rows % ROWS;
    if (within == 0) {
      pieces.add(new int[batch]);
    }
    int last = pieces.size() - 1;
    int[] piece = pieces.get(last);
    if (piece.length == within * batch) {
      piece = Arrays.copyOf(piece, Math.min(2 * within, ROWS) * batch);
      pieces.set(last, piece);
    }
    System.arraycopy(row, 0, piece, within * batch, batch);
    rows++;
  }

  /** The tokens of one sequence in some of the rows. */
  int[] column(int sequence, int from, int to) {
    int[] column = new int[to - from];
    for (int i = from; i < to; i++) {
      column[i - from] = pieces.get(i / ROWS)[i % ROWS * batch + sequence];
    }
    return column;
  }
}
