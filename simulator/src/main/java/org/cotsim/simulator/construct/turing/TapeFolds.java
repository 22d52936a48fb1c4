package org.cotsim.simulator.construct.turing;

import org.cotsim.simulator.assemble.Folding;
import org.cotsim.simulator.assemble.RoundingError;

/**
 * How the numbers of a Turing machine's decoder are folded.
 *
 * @param cells the cells that are written and read
 * @param counts the numbers of writes to a cell
 */
record TapeFolds(Folding cells, Folding counts) {

  /** The folds for cells and writes up to a largest number. */
  static TapeFolds of(long largestCount, RoundingError errors) {
    return new TapeFolds(
        Folding.ofSum(largestCount, errors), Folding.ofCount(largestCount, errors));
  }
}
