package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;

/**
 * A hash table of codes of so many bits with a small number each; once it is large, it is divided
 * into parts that grow one at a time, so that it never needs much more room than it has.
 *
 * <p>A code times an odd number, modulo a power of 2, stands for it: its upper bits choose a part,
 * so that only the others are kept. About 6.5 bytes per code of up to 42 bits, 9 of longer ones.
 */
final class CodeTable {

  private static final int FEW = 4; // codes per part, before the table is divided
  private static final int SHORT = 42; // bits of codes whose parts keep 32
  private static final int LONG = 48; // bits that parts keep of longer codes, at most
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final long INVERSE = inverse();

  private final int bits;
  private final int partBits;
  private final long mask;
  private Part[] parts; // null while there are few codes
  private long[] codes = new long[16]; // as they are, while there are few
  private byte[] numbers = new byte[16]; // 0 where there is no code
  private int size;

  CodeTable(int bits) {
    this.bits = Math.max(bits, SHORT);
    this.partBits = this.bits == SHORT ? SHORT - Integer.SIZE : Math.max(10, bits - LONG);
    this.mask = -1L >>> (Long.SIZE - this.bits);
  }

  int size() {
    return size;
  }

  /** The number of a code, or 0 if it is not there. */
  byte get(long code) {
    long hash = (code * ODD) & mask;
    if (parts == null) {
      return numbers[slot(hash, code)];
    }
    Part part = parts[(int) (hash >>> (bits - partBits))];
    return part.numbers[part.slot(kept(hash))];
  }

  /** Gives a code a number, not 0, if it has none; answers the one it had, or 0. */
  byte putIfAbsent(long code, byte number) {
    long hash = (code * ODD) & mask;
    if (parts != null) {
      byte known = parts[(int) (hash >>> (bits - partBits))].put(kept(hash), number, false);
      size += known == 0 ? 1 : 0;
      return known;
    }
    int slot = slot(hash, code);
    if (numbers[slot] == 0) {
      codes[slot] = code;
      numbers[slot] = number;
      size++;
      makeRoom();
      return 0;
    }
    return numbers[slot];
  }

  /** Changes the number of a code that is there. */
  void change(long code, byte number) {
    long hash = (code * ODD) & mask;
    if (parts == null) {
      numbers[slot(hash, code)] = number;
    } else {
      parts[(int) (hash >>> (bits - partBits))].put(kept(hash), number, true);
    }
  }

  private long kept(long hash) {
    return hash & (mask >>> partBits);
  }

  private int slot(long hash, long code) {
    int slot = (int) (hash >>> (bits - 31)) & (codes.length - 1);
    while (numbers[slot] != 0 && codes[slot] != code) {
      slot = (slot + 1) & (codes.length - 1);
    }
    return slot;
  }

  private void makeRoom() {
    if (3 * size < 2 * codes.length) {
      return;
    }
    long[] all = all();
    byte[] known = new byte[size];
    for (int i = 0; i < size; i++) {
      known[i] = get(all[i]);
    }
    if (size > FEW << partBits) {
      parts = new Part[1 << partBits];
      Arrays.setAll(parts, i -> new Part());
      codes = new long[0];
      numbers = new byte[0];
    } else {
      codes = new long[2 * codes.length];
      numbers = new byte[codes.length];
    }
    size = 0;
    for (int i = 0; i < all.length; i++) {
      putIfAbsent(all[i], known[i]);
    }
  }

  /** All codes, in no order that means anything. */
  long[] all() {
    long[] all = new long[size];
    int next = 0;
    for (int slot = 0; slot < codes.length; slot++) {
      if (numbers[slot] != 0) {
        all[next++] = codes[slot];
      }
    }
    for (int p = 0; parts != null && p < parts.length; p++) {
      for (int slot = 0; slot < parts[p].numbers.length; slot++) {
        if (parts[p].numbers[slot] != 0) {
          long hash = ((long) p << (bits - partBits)) | parts[p].kept(slot);
          all[next++] = (hash * INVERSE) & mask;
        }
      }
    }
    return all;
  }

  /** The inverse of the odd number, by Newton's method. */
  private static long inverse() {
    long inverse = ODD;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - ODD * inverse;
    }
    return inverse;
  }

  /** Bytes of the arrays. */
  long bytes() {
    long bytes = 32 + 9L * codes.length;
    for (int p = 0; parts != null && p < parts.length; p++) {
      bytes += 80 + (parts[p].high == null ? 5L : 7L) * parts[p].numbers.length;
    }
    return bytes;
  }

  /** The codes whose upper bits are the same. */
  private final class Part {
    private int[] low = new int[FEW];
    private short[] high = bits == SHORT ? null : new short[FEW]; // null if low keeps all
    private byte[] numbers = new byte[FEW];
    private int taken;

    long kept(int slot) {
      long upper = high == null ? 0 : high[slot] & 0xFFFFL;
      return (upper << Integer.SIZE) | (low[slot] & 0xFFFFFFFFL);
    }

    private int slot(long kept) {
      int length = numbers.length;
      long upper = kept >>> (bits - partBits - Integer.SIZE);
      int slot = (int) ((upper * length) >>> Integer.SIZE);
      while (numbers[slot] != 0 && !isAt(slot, kept)) {
        slot = slot + 1 == length ? 0 : slot + 1;
      }
      return slot;
    }

    private boolean isAt(int slot, long kept) {
      return low[slot] == (int) kept
          && (high == null || high[slot] == (short) (kept >>> Integer.SIZE));
    }

    private byte put(long kept, byte number, boolean change) {
      int slot = slot(kept);
      byte known = numbers[slot];
      if (known == 0 || change) {
        set(slot, kept, number);
      }
      if (known == 0) {
        taken++;
        if (20 * taken > 17 * numbers.length) {
          grow();
        }
      }
      return known;
    }

    private void set(int slot, long kept, byte number) {
      low[slot] = (int) kept;
      if (high != null) {
        high[slot] = (short) (kept >>> Integer.SIZE);
      }
      numbers[slot] = number;
    }

    private void grow() {
      Part old = new Part();
      old.low = low;
      old.high = high;
      old.numbers = numbers;
      int room = numbers.length + Math.max(2, numbers.length / 6);
      low = new int[room];
      high = high == null ? null : new short[room];
      numbers = new byte[room];
      for (int i = 0; i < old.numbers.length; i++) {
        if (old.numbers[i] != 0) {
          long kept = old.kept(i);
          set(slot(kept), kept, old.numbers[i]);
        }
      }
    }
  }
}
