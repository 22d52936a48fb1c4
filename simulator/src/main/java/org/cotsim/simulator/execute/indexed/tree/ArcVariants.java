package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Lists of keys that are equal but for rounding, or that hold different values.
 *
 * <p>What is needed of a list, or of a key, lies side by side: most of the time goes into waiting
 * for memory.
 */
final class ArcVariants {

  static final int MOST = 24; // in one list

  private static final int HINT_BITS = 3; // of a hash: eight hints of eight bits
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FIRST = 4; // room of a new list

  private static final int RECORD = 3; // x, y, and the number of positions above the value
  private static final int COUNT = 8; // bits below it
  private static final int LIST = 3; // the start above mixed, room and size; the radius; hints
  private static final int START = 32;
  private static final long MIXED = 1L << 16;
  private static final int ROOM = 8;
  private static final int BYTE = 0xFF;

  private long[] keys = {}; // [record][RECORD]
  private int records; // including those that lists have left for larger rooms
  private long[] lists = {}; // [list][LIST]
  private int size; // lists
  int latest; // the place of the latest key in its list

  double x(int record) {
    return Double.longBitsToDouble(keys[RECORD * record]);
  }

  double y(int record) {
    return Double.longBitsToDouble(keys[RECORD * record + 1]);
  }

  int value(int record) {
    return (int) keys[RECORD * record + 2] & BYTE;
  }

  int count(int record) {
    return (int) (keys[RECORD * record + 2] >>> COUNT);
  }

  /** The first record of a list. */
  int start(int list) {
    return (int) (lists[LIST * (list - 1)] >>> START);
  }

  /** The record after the last one of a list. */
  int end(int list) {
    long known = lists[LIST * (list - 1)];
    return (int) (known >>> START) + ((int) known & BYTE);
  }

  /** No key of a list is farther from its first one. */
  double radius(int list) {
    return Double.longBitsToDouble(lists[LIST * (list - 1) + 1]);
  }

  /** Whether the values of a list differ. */
  boolean isMixed(int list) {
    return (lists[LIST * (list - 1)] & MIXED) != 0;
  }

  /** Begins a list of one key with so many positions; answers 1 + its number. */
  int begin(double x, double y, byte value, int count) {
    if (LIST * size == lists.length) {
      int room = size + Math.max(16, size / 4);
      lists = Arrays.copyOf(lists, LIST * room);
    }
    int start = take(FIRST);
    lists[LIST * size] = list(start, FIRST, 1);
    set(start, x, y, value, count);
    latest = 0;
    return ++size;
  }

  private static long list(int start, int room, int count) {
    return ((long) start << START) | (room << ROOM) | count;
  }

  private int take(int room) {
    int start = records;
    records += room;
    if (RECORD * records > keys.length) {
      keys = Arrays.copyOf(keys, RECORD * (records + records / 4));
    }
    return start;
  }

  private void set(int record, double x, double y, byte value, int count) {
    keys[RECORD * record] = Double.doubleToRawLongBits(x);
    keys[RECORD * record + 1] = Double.doubleToRawLongBits(y);
    keys[RECORD * record + 2] = ((long) count << COUNT) | (value & BYTE);
  }

  /** Adds a position of a key at some distance; answers false if the list is full. */
  boolean add(int list, double x, double y, byte value, double distance) {
    int l = LIST * (list - 1);
    long known = lists[l];
    int start = (int) (known >>> START);
    int count = (int) known & BYTE;
    int shift = shift(x, y);
    int hint = (int) (lists[l + 2] >>> shift) & BYTE;
    if (hint < count && is(start + hint, x, y, value)) {
      addCount(start + hint, start);
      return true;
    }
    for (int r = start; r < start + count; r++) {
      if (is(r, x, y, value)) {
        setHint(l, shift, r - start);
        addCount(r, start);
        return true;
      }
    }
    return count < MOST && append(l, x, y, value, distance);
  }

  /** Where the hint of a key is among those of its list: the place where it was met. */
  private static int shift(double x, double y) {
    long bits = Double.doubleToRawLongBits(x) ^ Long.rotateLeft(Double.doubleToRawLongBits(y), 3);
    return Byte.SIZE * (int) ((bits * MIX) >>> (Long.SIZE - HINT_BITS));
  }

  private void setHint(int l, int shift, int place) {
    lists[l + 2] = (lists[l + 2] & ~((long) BYTE << shift)) | ((long) place << shift);
  }

  private void addCount(int record, int start) {
    keys[RECORD * record + 2] += 1L << COUNT;
    latest = record - start;
  }

  private boolean append(int l, double x, double y, byte value, double distance) {
    int count = (int) lists[l] & BYTE;
    if (count == ((int) (lists[l] >>> ROOM) & BYTE)) {
      move(l, count);
    }
    int start = (int) (lists[l] >>> START);
    if (value(start) != (value & BYTE)) {
      lists[l] |= MIXED;
    }
    double radius = Double.longBitsToDouble(lists[l + 1]);
    lists[l + 1] = Double.doubleToRawLongBits(Math.max(radius, distance));
    lists[l]++;
    set(start + count, x, y, value, 1);
    setHint(l, shift(x, y), count);
    latest = count;
    return true;
  }

  private boolean is(int record, double x, double y, byte value) {
    return x(record) == x && y(record) == y && value(record) == (value & BYTE);
  }

  private void move(int l, int count) {
    int from = (int) (lists[l] >>> START);
    int room = Math.min(MOST, 2 * count);
    int to = take(room);
    System.arraycopy(keys, RECORD * from, keys, RECORD * to, RECORD * count);
    lists[l] = list(to, room, count) | (lists[l] & MIXED);
  }

  long bytes() {
    return (long) Long.BYTES * (keys.length + lists.length);
  }
}
