package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Lists of keys that are equal but for rounding, or that hold different values. */
final class ArcVariants {

  static final int MOST = 24; // in one list

  private static final int HINTS = 8; // per list
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FIRST = 4; // room of a new list

  double[] keys = {}; // [record][2]
  int[] counts = {}; // [record]
  byte[] values = {}; // [record]
  private int records; // including those that lists have left for larger rooms
  private int[] starts = {}; // [list], a record
  private byte[] sizes = {}; // [list]
  private byte[] rooms = {}; // [list]
  double[] radii = {}; // [list], no key is farther from the first one
  boolean[] mixed = {}; // [list], whether values differ
  private int lists;
  private int[] hints = {}; // records where keys were met, by hashes; a power of two
  int latest; // the place of the latest key in its list

  /** Begins a list of one key with so many positions; answers 1 + its number. */
  int begin(double x, double y, byte value, int count) {
    if (lists == starts.length) {
      int room = lists + Math.max(16, lists / 4);
      starts = Arrays.copyOf(starts, room);
      sizes = Arrays.copyOf(sizes, room);
      rooms = Arrays.copyOf(rooms, room);
      radii = Arrays.copyOf(radii, room);
      mixed = Arrays.copyOf(mixed, room);
      hints = new int[Integer.highestOneBit(HINTS * room)];
    }
    starts[lists] = take(FIRST);
    rooms[lists] = FIRST;
    set(starts[lists], x, y, value, count);
    sizes[lists++] = 1;
    latest = 0;
    return lists;
  }

  private int take(int room) {
    int start = records;
    records += room;
    if (records > counts.length) {
      int all = records + records / 4;
      keys = Arrays.copyOf(keys, 2 * all);
      counts = Arrays.copyOf(counts, all);
      values = Arrays.copyOf(values, all);
    }
    return start;
  }

  private void set(int record, double x, double y, byte value, int count) {
    keys[2 * record] = x;
    keys[2 * record + 1] = y;
    counts[record] = count;
    values[record] = value;
  }

  /** The first record of a list. */
  int start(int list) {
    return starts[list - 1];
  }

  /** The record after the last one of a list. */
  int end(int list) {
    return starts[list - 1] + sizes[list - 1];
  }

  /** Adds a position of a key at some distance; answers false if the list is full. */
  boolean add(int list, double x, double y, byte value, double distance) {
    int hint = hint(list, x, y);
    int known = hints[hint];
    int end = end(list);
    if (known >= start(list) && known < end && is(known, x, y, value)) {
      counts[known]++;
      latest = known - start(list);
      return true;
    }
    for (int r = start(list); r < end; r++) {
      if (is(r, x, y, value)) {
        hints[hint] = r;
        counts[r]++;
        latest = r - start(list);
        return true;
      }
    }
    int l = list - 1;
    if (sizes[l] == MOST) {
      return false;
    }
    if (sizes[l] == rooms[l]) {
      move(l);
    }
    mixed[l] |= values[starts[l]] != value;
    radii[l] = Math.max(radii[l], distance);
    latest = sizes[l];
    set(starts[l] + latest, x, y, value, 1);
    sizes[l]++;
    return true;
  }

  private boolean is(int record, double x, double y, byte value) {
    return keys[2 * record] == x && keys[2 * record + 1] == y && values[record] == value;
  }

  private int hint(int list, double x, double y) {
    long bits = Double.doubleToRawLongBits(x) ^ Long.rotateLeft(Double.doubleToRawLongBits(y), 3);
    return (int) (((bits + list) * MIX) >>> 32) & (hints.length - 1);
  }

  private void move(int l) {
    int from = starts[l];
    rooms[l] = (byte) Math.min(MOST, 2 * rooms[l]);
    int to = take(rooms[l]);
    System.arraycopy(keys, 2 * from, keys, 2 * to, 2 * sizes[l]);
    System.arraycopy(counts, from, counts, to, sizes[l]);
    System.arraycopy(values, from, values, to, sizes[l]);
    starts[l] = to;
  }

  long bytes() {
    return 21L * counts.length + 15L * starts.length + 4L * hints.length;
  }
}
