package org.cotsim.simulator.execute.indexed.tree;

/**
 * A walk over the entries of an {@link ArcList} whose products with a pair may be large: outward
 * from where the latest walk began.
 *
 * <p>Along a circle products have one maximum and one minimum, so on an arc without the maximum
 * they are largest at an end: where both directions have come to products below that of the start,
 * and so low that no score can be maximal, nothing is left between the ends. All comparisons leave
 * room for rounding.
 */
abstract class ArcWalk {

  private static final int STEPS = 4; // uphill, before bisection

  private double x;
  private double y;
  double length; // of the pair, or a little more

  final void begin(double first, double second) {
    x = first;
    y = second;
    length = BoxTree.length(x * x + y * y);
  }

  /** Whether no key whose product with the pair is at most this can be maximal. */
  abstract boolean isBelow(double product);

  /** Takes an entry, with its product. */
  abstract void consider(ArcList list, ArcChunk chunk, int slot, double product);

  final void walk(ArcList list) {
    if (list.size == 0) {
      return;
    }
    double start = climb(list);
    double stop = length * list.noise;
    int chunk = list.foundNumber();
    int slot = list.foundSlot;
    consider(list, list.found, slot, start);
    int left = up(list, chunk, slot, start, stop);
    if (left > 0) {
      down(list, chunk, slot, start, stop, left);
    }
  }

  private double product(ArcChunk chunk, int slot) {
    return x * chunk.keys[2 * slot] + y * chunk.keys[2 * slot + 1];
  }

  /** Sets where the walk begins to where products are largest nearby; answers the product. */
  private double climb(ArcList list) {
    list.foundNumber();
    ArcChunk chunk = list.found;
    int slot = Math.min(list.foundSlot, chunk.size - 1);
    double product = product(chunk, slot);
    int direction = slot + 1 < chunk.size && product(chunk, slot + 1) > product ? 1 : -1;
    for (int steps = 0; slot + direction >= 0 && slot + direction < chunk.size; steps++) {
      double next = product(chunk, slot + direction);
      if (next <= product) {
        break;
      }
      if (steps == STEPS) {
        return seek(list);
      }
      slot += direction;
      product = next;
    }
    if (list.chunkCount > 1 && isLow(list, slot, product)) {
      return seek(list);
    }
    list.foundSlot = slot;
    return product;
  }

  /** Whether a neighbour in another chunk is higher. */
  private boolean isLow(ArcList list, int slot, double product) {
    if (slot == list.found.size - 1 && product(list.after(), 0) > product) {
      return true;
    }
    if (slot > 0) {
      return false;
    }
    ArcChunk previous = list.before();
    return product(previous, previous.size - 1) > product;
  }

  private double seek(ArcList list) {
    list.seek(KeyOrder.angle(x, y));
    ArcChunk chunk = list.found;
    double product = product(chunk, list.foundSlot);
    if (list.foundSlot + 1 < chunk.size && product(chunk, list.foundSlot + 1) > product) {
      list.foundSlot++;
      return product(chunk, list.foundSlot);
    }
    return product;
  }

  /** Walks towards larger angles; answers how many entries have not been seen then. */
  private int up(ArcList list, int from, int slot, double start, double stop) {
    int at = from;
    int next = slot;
    ArcChunk chunk = list.chunks[at];
    for (int left = list.size - 1; left > 0; left--) {
      next++;
      if (next == chunk.size) {
        at = at + 1 == list.chunkCount ? 0 : at + 1;
        chunk = list.chunks[at];
        next = 0;
      }
      double product = product(chunk, next);
      if (product + stop < start && isBelow(product + stop)) {
        return left;
      }
      consider(list, chunk, next, product);
    }
    return 0;
  }

  private void down(ArcList list, int from, int slot, double start, double stop, int unseen) {
    int at = from;
    int next = slot;
    ArcChunk chunk = list.chunks[at];
    for (int left = unseen; left > 0; left--) {
      next--;
      if (next < 0) {
        at = at == 0 ? list.chunkCount - 1 : at - 1;
        chunk = list.chunks[at];
        next = chunk.size - 1;
      }
      double product = product(chunk, next);
      if (product + stop < start && isBelow(product + stop)) {
        return;
      }
      consider(list, chunk, next, product);
    }
  }
}
