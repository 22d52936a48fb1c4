package org.cotsim.simulator.execute.indexed.step;

/** A hash table of codes with a vector of {@link TwoValues} each; at most 48 bytes per code. */
final class BitsTable {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final TwoValues values;
  private long[] slots = new long[16]; // a code and the bits of its vector
  private boolean[] taken = new boolean[8];
  private int size;

  /** A table for vectors like one. */
  BitsTable(double[] vector) {
    this.values = new TwoValues(vector);
  }

  /** Adds a code that is not there; answers false, and does nothing, if a third value appears. */
  boolean add(long code, double[] vector) {
    if (!values.take(vector)) {
      return false;
    }
    put(code, values.code());
    if (++size > taken.length / 4 * 3) {
      grow();
    }
    return true;
  }

  private void put(long code, long bits) {
    int slot = slot(code);
    slots[2 * slot] = code;
    slots[2 * slot + 1] = bits;
    taken[slot] = true;
  }

  private int slot(long code) {
    int slot = (int) ((code * ODD) >>> 33) & (taken.length - 1);
    while (taken[slot] && slots[2 * slot] != code) {
      slot = (slot + 1) & (taken.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldSlots = slots;
    boolean[] old = taken;
    slots = new long[2 * oldSlots.length];
    taken = new boolean[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i]) {
        put(oldSlots[2 * i], oldSlots[2 * i + 1]);
      }
    }
  }

  /** Adds the vector of a code that is there to a sum. */
  void addTo(double[] total, long code) {
    long bits = slots[2 * slot(code) + 1];
    for (int c = 0; c < total.length; c++) {
      total[c] += values.get(bits, c);
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    return 48 + 17L * taken.length;
  }
}
