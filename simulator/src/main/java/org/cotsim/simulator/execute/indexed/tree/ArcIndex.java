package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Keys of one class of flags that are one or two pairs on circles: an {@link ArcList} of the first
 * pairs, and for each entry of it one of the second pairs.
 */
public final class ArcIndex {

  private static final int MOST_NUMBERS = 256; // of a value and a variant together

  final double[] flags; // the class components of all these keys
  private final int[][] pairs; // [one or two][2], indices into the moving components
  final ArcList list;
  ArcList[] inner; // [1 + entry of the first pairs], 0 for the key 0; null for keys of one pair
  double innerRadius; // no second pair is longer
  private final Changes changes;
  private final Changes innerChanges = new Changes(); // that nobody asks for
  double base; // what flags add to the scores of the latest query
  double slack; // above the rounding of these scores

  /** How often the lengths of keys, or whether there are keys 0 or others, have changed. */
  public static final class Changes {
    int count;
  }

  /**
   * An index without keys.
   *
   * @param changes counted here, together with those of other indexes
   */
  public ArcIndex(KeySplit split, double[] flags, Changes changes) {
    this.flags = flags;
    this.changes = changes;
    this.list = new ArcList(changes);
    changes.count++;
    this.pairs = split.groups;
    this.inner = pairs.length == 1 ? null : new ArcList[1];
  }

  /**
   * Adds a position; answers false if the key is on no circle, or there are too many values.
   *
   * @param x the first pair (x, y), and the last one, which may be the same
   */
  public boolean insert(double x, double y, double x2, double y2, int value) {
    if (inner == null) {
      return list.insert(x, y, value);
    }
    int entry = list.entry(x, y);
    int number = value * ArcVariants.MOST + list.variant;
    if (entry < 0 || number >= MOST_NUMBERS) {
      return false;
    }
    if (entry >= inner.length) {
      inner = Arrays.copyOf(inner, entry + 1 + entry / 2);
    }
    if (inner[entry] == null) {
      inner[entry] = new ArcList(innerChanges);
    }
    boolean inserted = inner[entry].insert(x2, y2, number);
    if (inner[entry].radius > innerRadius) {
      innerRadius = inner[entry].radius;
      changes.count++;
    }
    return inserted;
  }

  /** The value of a number. */
  int value(int number) {
    return inner == null ? number : number / ArcVariants.MOST;
  }

  /** What takes a key, the number of its value and how many positions have both. */
  public interface Visitor {
    void visit(double[] key, int value, int count);
  }

  /** Visits all keys, in no order that means anything. */
  public void forEach(Visitor visitor) {
    double[] key = new double[2 * pairs.length];
    if (inner == null) {
      list.forEach((x, y, value, count) -> visit(key, x, y, value, count, visitor));
      return;
    }
    for (int i = 0; i < inner.length; i++) {
      int entry = i;
      if (inner[i] != null) {
        inner[i].forEach(
            (x, y, number, count) -> {
              fill(key, entry, number);
              visit(key, x, y, value(number), count, visitor);
            });
      }
    }
  }

  private void visit(double[] key, double x, double y, int value, int count, Visitor visitor) {
    fillLast(key, x, y);
    visitor.visit(key, value, count);
  }

  /** Writes the first pair of a key of two. */
  void fill(double[] key, int entry, int number) {
    ArcVariants keys = list.variants();
    int record = entry == 0 ? 0 : keys.start(entry) + number % ArcVariants.MOST;
    key[pairs[0][0]] = entry == 0 ? 0 : keys.x(record);
    key[pairs[0][1]] = entry == 0 ? 0 : keys.y(record);
  }

  /** Writes the last pair of a key. */
  void fillLast(double[] key, double x, double y) {
    int[] pair = pairs[pairs.length - 1];
    key[pair[0]] = x;
    key[pair[1]] = y;
  }

  /** Bytes of the arrays. */
  public long bytes() {
    long bytes = list.bytes();
    for (int i = 0; inner != null && i < inner.length; i++) {
      bytes += 8 + (inner[i] == null ? 0 : inner[i].bytes());
    }
    return bytes;
  }
}
