package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Lists of keys that are equal but for rounding, or that hold different values. */
final class ArcVariants {

  static final int MOST = 24; // in one list

  // [record]
  double[] keys = {}; // [record][2]
  int[] counts = {};
  byte[] values = {};
  private byte[] places = {}; // in the list, in the order of arrival
  private int[] nexts = {}; // 1 + a record, or 0
  private int records;
  // [list]
  private int[] firsts = {}; // 1 + a record
  private int[] sizes = {};
  double[] radii = {}; // no key is farther from the first one
  boolean[] mixed = {}; // whether values differ
  private int lists;
  int latest; // the place of the latest key in its list

  /** Begins a list of one key with so many positions; answers 1 + its number. */
  int begin(double x, double y, byte value, int count) {
    if (lists == firsts.length) {
      int room = lists + Math.max(16, lists / 4);
      firsts = Arrays.copyOf(firsts, room);
      sizes = Arrays.copyOf(sizes, room);
      radii = Arrays.copyOf(radii, room);
      mixed = Arrays.copyOf(mixed, room);
    }
    latest = 0;
    firsts[lists] = record(x, y, value, count, 0);
    sizes[lists++] = 1;
    return lists;
  }

  private int record(double x, double y, byte value, int count, int next) {
    if (records == counts.length) {
      int room = records + Math.max(32, records / 4);
      keys = Arrays.copyOf(keys, 2 * room);
      counts = Arrays.copyOf(counts, room);
      values = Arrays.copyOf(values, room);
      places = Arrays.copyOf(places, room);
      nexts = Arrays.copyOf(nexts, room);
    }
    keys[2 * records] = x;
    keys[2 * records + 1] = y;
    counts[records] = count;
    values[records] = value;
    places[records] = (byte) latest;
    nexts[records++] = next;
    return records;
  }

  int first(int list) {
    return firsts[list - 1];
  }

  int next(int record) {
    return nexts[record - 1];
  }

  /** The record at a place of a list. */
  int record(int list, int place) {
    int record = first(list);
    while (places[record - 1] != place) {
      record = next(record);
    }
    return record;
  }

  /** Adds a position of a key at some distance; answers false if the list is full. */
  boolean add(int list, double x, double y, byte value, double distance) {
    int l = list - 1;
    for (int record = firsts[l]; record != 0; record = nexts[record - 1]) {
      int at = record - 1;
      if (keys[2 * at] == x && keys[2 * at + 1] == y && values[at] == value) {
        counts[at]++;
        latest = places[at];
        return true;
      }
    }
    if (sizes[l] == MOST) {
      return false;
    }
    mixed[l] |= values[firsts[l] - 1] != value;
    latest = sizes[l];
    radii[l] = Math.max(radii[l], distance);
    firsts[l] = record(x, y, value, 1, firsts[l]);
    sizes[l]++;
    return true;
  }

  long bytes() {
    return 30L * counts.length + 17L * firsts.length;
  }
}
