package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Different pairs on a circle around 0 in the order of their angles, with the numbers of their
 * values and positions; pairs that are equal but for rounding are one entry.
 *
 * <p>Keys that arrive in order are appended, others inserted near the latest one or by bisection.
 * About 17 bytes per entry.
 */
final class ArcList {

  private static final double ROUND = 1 - 0x1p-38; // least over most of the squared lengths
  private static final double NEAR = 0x1p-46; // of a key's length: keys so near make one entry
  private static final double ORDER = 0x1p-48; // above the errors of angles, in radians
  private static final double APART = 0x1p-44; // sines above it are far above ORDER and NEAR
  private static final double LENGTH_ERROR = 0x1p-50;
  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final int STEPS = 3; // from the latest key, before bisection

  private static final ArcVariants NONE = new ArcVariants();
  private static final int[] NO_ZEROS = {};

  private ArcVariants variants = NONE;
  ArcChunk[] chunks = new ArcChunk[1];
  private double[] starts = new double[1]; // [chunk], the angle of its first key
  int chunkCount;
  int size; // entries, but for the key 0
  private final ArcIndex.Changes changes;
  int[] zeros = NO_ZEROS; // [value], positions of the key 0
  private double leastSquare = Double.POSITIVE_INFINITY;
  private double mostSquare;
  double radius; // no key is longer
  private double widestVariants; // how far a key is from that of its entry
  double noise; // how far entries may be from where angle and radius place them, and rounding
  private double last = Double.NEGATIVE_INFINITY; // the largest angle, NaN before it is asked for
  private int latestChunk;
  private int latestSlot;
  private int placeChunk;
  private int placeSlot;
  ArcChunk found; // where a search may begin; null before the first one
  private int foundChunk; // its number then; chunks may have come before it
  int foundSlot;
  private int beforeChunk; // what was found before
  private int beforeSlot;
  private boolean merges; // whether the latest key was near another
  int variant; // of the latest entry

  ArcList(ArcIndex.Changes changes) {
    this.changes = changes;
  }

  ArcVariants variants() {
    return variants;
  }

  /** Remembers that a search has ended in the chunk where it began. */
  void setFoundSlot(int slot) {
    beforeChunk = foundChunk;
    beforeSlot = foundSlot;
    foundSlot = slot;
  }

  /** The number of the chunk where a search begins, of one chunk or more. */
  int foundNumber() {
    if (found == null) {
      setFound(0);
    }
    while (chunks[foundChunk] != found) {
      foundChunk++;
    }
    return foundChunk;
  }

  private void setFound(int chunk) {
    foundChunk = chunk;
    found = chunks[chunk];
  }

  /** The chunk after the one where a search begins. */
  ArcChunk after() {
    int at = foundNumber();
    return chunks[at + 1 == chunkCount ? 0 : at + 1];
  }

  /** The chunk before the one where a search begins. */
  ArcChunk before() {
    int at = foundNumber();
    return chunks[at == 0 ? chunkCount - 1 : at - 1];
  }

  /** Adds a position; answers 1 + the list of the key's entry, 0 for the key 0, or -1 as insert. */
  int entry(double x, double y) {
    if (x == 0 && y == 0) {
      variant = 0;
      return 0;
    }
    if (!insert(x, y, 0)) {
      return -1;
    }
    ArcChunk keys = chunks[latestChunk];
    int list = keys.variants(latestSlot);
    if (list == 0) {
      list = begin(keys, latestSlot);
      variant = 0;
    } else {
      variant = variants.latest;
    }
    return list;
  }

  private int begin(ArcChunk keys, int slot) {
    if (variants == NONE) {
      variants = new ArcVariants();
    }
    int list = variants.begin(keys.x(slot), keys.y(slot), keys.value(slot), keys.count(slot));
    keys.setVariants(slot, list);
    return list;
  }

  /** Adds a position; answers false, and does nothing, if the key is not on the circle. */
  boolean insert(double x, double y, int value) {
    double square = x * x + y * y;
    if (square > mostSquare || square < leastSquare) {
      if (x == 0 && y == 0) {
        addZero(value);
        return true;
      }
      if (!measure(square)) {
        return false;
      }
    }
    if (merges && mergeNearFound(x, y, (byte) value)) {
      return true;
    }
    merges = false;
    if (appendApart(x, y, (byte) value)) {
      return true;
    }
    double angle = KeyOrder.angle(x, y);
    if (angle >= last()) {
      append(angle, x, y, (byte) value);
    } else {
      locate(angle);
      insert(angle, x, y, (byte) value);
    }
    return true;
  }

  private void addZero(int value) {
    if (value >= zeros.length) {
      zeros = Arrays.copyOf(zeros, value + 1);
      changes.count++;
    }
    zeros[value]++;
  }

  /**
   * Appends a key that clearly follows the last one, in the same chunk, which products show without
   * an angle: both are on one side of a line through 0 that order does not begin in, and the sine
   * of what is between them is negative.
   */
  private boolean appendApart(double x, double y, byte value) {
    int at = chunkCount - 1;
    if (at < 0) {
      return false;
    }
    ArcChunk keys = chunks[at];
    int end = keys.size;
    if (end == ArcChunk.ROOM) {
      return false;
    }
    double x0 = keys.x(end - 1);
    double y0 = keys.y(end - 1);
    boolean sameSide = y * y0 > 0 || (x > 0 && x0 > 0);
    if (!(sameSide && x0 * y - y0 * x < -APART * mostSquare)) {
      return false;
    }
    keys.append(x, y, value);
    last = Double.NaN;
    latestChunk = at;
    latestSlot = end;
    size++;
    return true;
  }

  private double last() {
    if (Double.isNaN(last)) {
      ArcChunk keys = chunks[chunkCount - 1];
      last = keys.angle(keys.size - 1);
    }
    return last;
  }

  /** Keys that repeat are most likely what was found a little before. */
  private boolean mergeNearFound(double x, double y, byte value) {
    return merge(beforeChunk, beforeSlot, x, y, value)
        || merge(foundChunk, foundSlot, x, y, value)
        || merge(latestChunk, latestSlot, x, y, value);
  }

  private boolean measure(double square) {
    double least = Math.min(leastSquare, square);
    double most = Math.max(mostSquare, square);
    if (!(least >= ROUND * most) || most < 1e-200) {
      return false;
    }
    changes.count++;
    leastSquare = least;
    mostSquare = most;
    radius = Math.sqrt(most) * (1 + LENGTH_ERROR);
    setSpread(0);
    return true;
  }

  private void setSpread(double widest) {
    double least = Math.sqrt(leastSquare) * (1 - LENGTH_ERROR);
    widestVariants = Math.max(widestVariants, widest);
    noise = radius - least + ORDER * radius + widestVariants + 8 * UNIT_ROUNDOFF * radius;
  }

  private void append(double angle, double x, double y, byte value) {
    if (size > 0) {
      latestChunk = chunkCount - 1;
      latestSlot = chunks[latestChunk].size - 1;
      if (merge(latestChunk, latestSlot, x, y, value)) {
        return;
      }
    }
    if (size == 0 || chunks[latestChunk].size == ArcChunk.ROOM) {
      addChunk(chunkCount, new ArcChunk(size == 0 ? 2 : ArcChunk.ROOM), angle);
      latestChunk = chunkCount - 1;
    }
    last = angle;
    latestSlot = chunks[latestChunk].size;
    chunks[latestChunk].append(x, y, value);
    size++;
  }

  private void addChunk(int at, ArcChunk chunk, double start) {
    if (chunkCount == chunks.length) {
      int room = 2 + chunkCount + chunkCount / 4;
      chunks = Arrays.copyOf(chunks, room);
      starts = Arrays.copyOf(starts, room);
    }
    System.arraycopy(chunks, at, chunks, at + 1, chunkCount - at);
    System.arraycopy(starts, at, starts, at + 1, chunkCount - at);
    chunks[at] = chunk;
    starts[at] = start;
    chunkCount++;
  }

  /** Sets the latest place to the last key that is not behind an angle, or to the first key. */
  private void locate(double angle) {
    if (!step(angle, latestChunk, latestSlot) && !step(angle, foundChunk, foundSlot)) {
      find(angle);
    }
    latestChunk = placeChunk;
    latestSlot = placeSlot;
  }

  /** Sets where a search begins to the last key that is not behind an angle, or the first key. */
  void seek(double angle) {
    if (!step(angle, latestChunk, latestSlot)) {
      find(angle);
    }
    setFound(placeChunk);
    foundSlot = placeSlot;
  }

  /** Sets the place, if it is within a few steps in the same chunk; answers whether it is. */
  private boolean step(double angle, int chunk, int slot) {
    if (chunk >= chunkCount) {
      return false;
    }
    ArcChunk keys = chunks[chunk];
    int at = Math.min(slot, keys.size - 1);
    boolean up = keys.angle(at) <= angle;
    for (int i = 0; i < STEPS; i++) {
      int next = up ? at + 1 : at - 1;
      if (next < 0 || next == keys.size) {
        return false;
      }
      boolean behind = keys.angle(next) > angle;
      if (behind == up) {
        placeChunk = chunk;
        placeSlot = up ? at : next;
        return true;
      }
      at = next;
    }
    return false;
  }

  private void find(double angle) {
    int low = 0;
    int high = chunkCount;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= angle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    ArcChunk keys = chunks[low];
    double start = starts[low];
    double share = (angle - start) / (keys.angle(keys.size - 1) - start);
    boolean inside = share >= 0 && share < 1;
    if (!inside || !step(angle, low, (int) (share * (keys.size - 1)))) {
      bisect(angle, low);
    }
  }

  private void bisect(double angle, int chunk) {
    ArcChunk keys = chunks[chunk];
    int low = 0;
    int high = keys.size;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (keys.angle(middle) <= angle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    placeChunk = chunk;
    placeSlot = low;
  }

  private void insert(double angle, double x, double y, byte value) {
    int chunk = latestChunk;
    int slot = latestSlot;
    if (merge(chunk, slot, x, y, value)) {
      return;
    }
    ArcChunk keys = chunks[chunk];
    boolean first = chunk == 0 && slot == 0 && angle < starts[0];
    int place = first ? 0 : slot + 1;
    if (!first && mergeNext(chunk, place, x, y, value)) {
      return;
    }
    if (keys.size == ArcChunk.ROOM) {
      int cut = Math.max(place, ArcChunk.ROOM / 2);
      ArcChunk tail = cut < ArcChunk.ROOM ? keys.split(cut) : new ArcChunk(ArcChunk.ROOM / 2);
      boolean after = place == cut;
      addChunk(chunk + 1, tail, after ? angle : tail.angle(0));
      if (after) {
        keys = tail;
        latestChunk = chunk + 1;
        place = 0;
      }
    }
    keys.insert(place, x, y, value);
    if (first) {
      starts[0] = angle;
    }
    latestSlot = place;
    size++;
  }

  private boolean mergeNext(int chunk, int slot, double x, double y, byte value) {
    boolean inside = slot < chunks[chunk].size;
    return inside
        ? merge(chunk, slot, x, y, value)
        : chunk + 1 < chunkCount && merge(chunk + 1, 0, x, y, value);
  }

  /** Adds a position to an entry, if the key is near that; answers whether it was. */
  private boolean merge(int chunk, int slot, double x, double y, byte value) {
    ArcChunk keys = chunks[chunk];
    if (slot >= keys.size) {
      return false;
    }
    double distance = Math.abs(x - keys.x(slot)) + Math.abs(y - keys.y(slot));
    if (!(distance <= NEAR * radius)) {
      return false;
    }
    int list = keys.variants(slot);
    if (list == 0 && (distance > 0 || value != keys.value(slot))) {
      list = begin(keys, slot);
    }
    if (list != 0) {
      if (!variants.add(list, x, y, value, distance)) {
        return false;
      }
      if (distance > widestVariants) {
        setSpread(distance);
      }
    }
    keys.addCount(slot);
    merges = true;
    latestChunk = chunk;
    latestSlot = slot;
    return true;
  }

  /** What takes a key, the number of its value and how many positions have both. */
  interface Visitor {
    void visit(double x, double y, int value, int count);
  }

  /** Visits all keys, in no order that means anything. */
  void forEach(Visitor visitor) {
    for (int v = 0; v < zeros.length; v++) {
      if (zeros[v] > 0) {
        visitor.visit(0, 0, v, zeros[v]);
      }
    }
    for (int i = 0; i < chunkCount; i++) {
      for (int slot = 0; slot < chunks[i].size; slot++) {
        forEach(chunks[i], slot, visitor);
      }
    }
  }

  private void forEach(ArcChunk chunk, int slot, Visitor visitor) {
    int list = chunk.variants(slot);
    if (list == 0) {
      visitor.visit(chunk.x(slot), chunk.y(slot), chunk.value(slot) & 0xFF, chunk.count(slot));
      return;
    }
    for (int r = variants.start(list); r < variants.end(list); r++) {
      visitor.visit(variants.x(r), variants.y(r), variants.value(r), variants.count(r));
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long bytes = 4L * zeros.length + 12L * starts.length + variants.bytes();
    for (int i = 0; i < chunkCount; i++) {
      bytes += chunks[i].bytes();
    }
    return bytes;
  }
}
