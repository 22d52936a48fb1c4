package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Weighting;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The values of a head where every sequence gives all its weight to one position: they are copied
 * from there, and no other values are read.
 *
 * <p>A sum of weights of 0 and 1 is exact, and so is a sum of the numbers of the positions with
 * weight 1: where the first is 1, the second is the number of the position.
 */
final class Lookup {

  /** Up to here sums of positions are exact in either arithmetic. */
  private static final int EXACT = 1 << 24;

  /**
   * From here on a GPU is expected to read values for longer than the host takes to find one place
   * per sequence, at some nanoseconds each; not measured.
   */
  private static final int LONG_FOR_A_GPU = 1024;

  private final DenseHead head;
  private final Cache cache;
  private final int batch;
  private final INDArray totals; // [2, batch]: sums of weights and of positions
  private final INDArray places; // [values * batch, 1]
  private final INDArray mixed; // [values * batch]

  /** A look-up of a head whose totals are in the workspace. */
  Lookup(DenseHead head, Cache cache, Block block, Workspace workspace) {
    this.head = head;
    this.cache = cache;
    this.batch = block.batch();
    long numbers = (long) head.head().valueSize() * batch;
    this.totals = workspace.totals(block).at(0, 2, batch);
    this.places = workspace.places.shaped(numbers, 1);
    this.mixed = workspace.mixed.at((long) head.firstValue() * batch, numbers);
  }

  /** Whether weights are 0 and 1, one position is read at a time, and it is likely to pay. */
  static boolean isPossible(DenseHead head, Cache cache, Block block) {
    return head.head().weighting() instanceof Weighting.Saturated
        && block.isOpen()
        && !block.weighsUnseen(head.head())
        && block.visible() <= EXACT
        && (Backend.isCpu() || block.visible() >= LONG_FOR_A_GPU)
        && cache.length() <= Integer.MAX_VALUE;
  }

  /** Finds the one position of every sequence, if each has one. */
  boolean findsOnePlaceEach() {
    double[] sums = Views.all(totals);
    for (int b = 0; b < batch; b++) {
      if (sums[b] != 1) {
        return false;
      }
    }
    int[] found = new int[(int) places.length()];
    Workers.each(
        found.length,
        i -> {
          int sequence = i % batch;
          int position = (int) sums[batch + sequence];
          found[i] = (int) cache.place(head.firstValue() + i / batch, sequence, position);
        });
    places.data().setData(found);
    return true;
  }

  /** Copies the values of the positions that were found. */
  void copyValues(Plan plan) {
    plan.gather(cache.flat(), places, mixed);
  }
}
