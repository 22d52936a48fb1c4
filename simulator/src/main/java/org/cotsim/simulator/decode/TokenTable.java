package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a batch, one row per step, in pieces of moderate size. */
final class TokenTable {

  private static final int PIECE = 1 << 16; // tokens

  private final int batch;
  private final int rowsPerPiece;
  private final List<int[]> pieces = new ArrayList<>(); // [rowsPerPiece * batch]
  private int rows;

  TokenTable(int batch) {
    this.batch = batch;
    this.rowsPerPiece = Math.max(1, PIECE / batch);
  }

  /** Adds a row, [batch]. */
  void append(int[] row) {
    int within = rows % rowsPerPiece;
    if (within == 0) {
      pieces.add(new int[rowsPerPiece * batch]);
    }
    System.arraycopy(row, 0, pieces.get(pieces.size() - 1), within * batch, batch);
    rows++;
  }

  /** The tokens of one sequence in some of the rows. */
  int[] column(int sequence, int from, int to) {
    int[] column = new int[to - from];
    for (int i = from; i < to; i++) {
      column[i - from] = pieces.get(i / rowsPerPiece)[i % rowsPerPiece * batch + sequence];
    }
    return column;
  }
}
