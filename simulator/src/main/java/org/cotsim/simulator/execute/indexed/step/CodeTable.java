package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

/**
 * A hash table of {@code long} codes with a small number each; it grows by one of many parts at a
 * time, so that it never needs much more room than it has. About 12 bytes per code.
 */
final class CodeTable {

  private static final int PARTS = 1 << 10;
  private static final int FEW = 1 << 12; // codes of a table that is not divided
  private static final int ROOM = 16;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[][] codes = {new long[ROOM]}; // [part][room]
  private byte[][] numbers = {new byte[ROOM]}; // [part][room], 0 where there is no code
  private int[] sizes = {0}; // [part]
  private int size;

  int size() {
    return size;
  }

  /** The number of a code, or 0 if it is not there. */
  byte get(long code) {
    long hash = code * GOLDEN;
    int part = part(hash);
    return numbers[part][slot(part, hash, code)];
  }

  /** Sets the number of a code, which may be new; not 0. */
  void put(long code, byte number) {
    long hash = code * GOLDEN;
    int part = part(hash);
    int slot = slot(part, hash, code);
    if (numbers[part][slot] == 0) {
      size++;
      sizes[part]++;
    }
    codes[part][slot] = code;
    numbers[part][slot] = number;
    if (size > FEW && codes.length == 1) {
      divide();
    } else if (5 * sizes[part] > 4 * codes[part].length) {
      grow(part);
    }
  }

  private int part(long hash) {
    return codes.length == 1 ? 0 : (int) (hash >>> (Long.SIZE - 10));
  }

  private int slot(int part, long hash, long code) {
    long[] all = codes[part];
    byte[] taken = numbers[part];
    int slot = (int) (((hash >>> 22 & 0xFFFFFFFFL) * all.length) >>> 32);
    while (taken[slot] != 0 && all[slot] != code) {
      slot = slot + 1 == all.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow(int part) {
    long[] all = codes[part];
    byte[] taken = numbers[part];
    int room = all.length + all.length / 4;
    codes[part] = new long[room];
    numbers[part] = new byte[room];
    for (int i = 0; i < all.length; i++) {
      if (taken[i] != 0) {
        int slot = slot(part, all[i] * GOLDEN, all[i]);
        codes[part][slot] = all[i];
        numbers[part][slot] = taken[i];
      }
    }
  }

  private void divide() {
    long[] all = codes[0];
    byte[] taken = numbers[0];
    codes = new long[PARTS][ROOM];
    numbers = new byte[PARTS][ROOM];
    sizes = new int[PARTS];
    size = 0;
    for (int i = 0; i < all.length; i++) {
      if (taken[i] != 0) {
        put(all[i], taken[i]);
      }
    }
  }

  /** All codes, in no order that means anything. */
  long[] all() {
    long[] all = new long[size];
    int next = 0;
    for (int part = 0; part < codes.length; part++) {
      for (int slot = 0; slot < codes[part].length; slot++) {
        if (numbers[part][slot] != 0) {
          all[next++] = codes[part][slot];
        }
      }
    }
    return all;
  }

  /** Bytes of the arrays. */
  long bytes() {
    return Arrays.stream(codes).mapToLong(part -> 32 + 9L * part.length).sum();
  }
}
