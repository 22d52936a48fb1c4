package org.cotsim.simulator.execute.indexed.tree;

/**
 * The entry of an {@link ArcList} whose product with a pair is largest, where that is the latest
 * one found or next to it.
 *
 * <p>Along a circle products have one maximum, so an entry that both its neighbours are clearly
 * below is above all others (see {@link ArcWalk}).
 */
final class ArcPeak {

  private static final double WIDER =
      0x1p-49; // than the squared lengths of a pair: above their rounding

  private double least; // of squared lengths of pairs that the following holds for
  private double most;
  double length; // at least
  double top; // the product of the entry
  double others; // above the products of all keys of other entries
  int variants; // of the entry: 1 + their list, or 0
  int value; // the number of the entry's value
  int count; // positions at the entry

  /** Whether a pair is as long as before, but for rounding. */
  boolean isAsLong(double x, double y) {
    double square = x * x + y * y;
    return square >= least && square <= most;
  }

  void learnLength(double x, double y) {
    double square = x * x + y * y;
    least = square * (1 - WIDER);
    most = square * (1 + WIDER);
    length = BoxTree.length(most);
  }

  /** Finds the entry for a pair; answers false if it is elsewhere, or does not stand out. */
  boolean find(ArcList list, double x, double y) {
    ArcChunk chunk = list.found;
    if (chunk == null) {
      return false;
    }
    int last = chunk.size - 1;
    int slot = Math.min(list.foundSlot, last);
    double here = product(chunk, slot, x, y);
    double above = slot < last ? product(chunk, slot + 1, x, y) : first(list, chunk, x, y);
    double below = slot > 0 ? product(chunk, slot - 1, x, y) : last(list, chunk, x, y);
    if (above > here && slot < last) {
      slot++;
      below = here;
      here = above;
      above = slot < last ? product(chunk, slot + 1, x, y) : first(list, chunk, x, y);
    } else if (below > here && slot > 0) {
      slot--;
      above = here;
      here = below;
      below = slot > 0 ? product(chunk, slot - 1, x, y) : last(list, chunk, x, y);
    }
    list.setFoundSlot(slot);
    top = here;
    others = Math.max(above, below) + length * list.noise;
    if (list.size == 1) {
      others = Double.NEGATIVE_INFINITY;
    }
    variants = chunk.variants(slot);
    value = chunk.value(slot) & 0xFF;
    count = chunk.count(slot);
    return others < here;
  }

  private static double product(ArcChunk chunk, int slot, double x, double y) {
    return x * chunk.keys[2 * slot] + y * chunk.keys[2 * slot + 1];
  }

  /** The first product after a chunk. */
  private static double first(ArcList list, ArcChunk chunk, double x, double y) {
    return product(list.chunkCount == 1 ? chunk : list.after(), 0, x, y);
  }

  /** The last product before a chunk. */
  private static double last(ArcList list, ArcChunk chunk, double x, double y) {
    ArcChunk previous = list.chunkCount == 1 ? chunk : list.before();
    return product(previous, previous.size - 1, x, y);
  }

  /** How far the products of the entry's keys are from the largest product, at most. */
  double error(ArcList list) {
    return variants == 0 ? 0 : length * list.variants().radius(variants);
  }

  /** Whether the entry's keys hold different values. */
  boolean isMixed(ArcList list) {
    return variants != 0 && list.variants().isMixed(variants);
  }
}
