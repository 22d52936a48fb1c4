package org.cotsim.simulator.execute.indexed.step;

import java.util.List;

/**
 * What some instructions compute, remembered by the bit patterns of all registers that they read;
 * what is not remembered is computed.
 *
 * <p>Entries never change and are shared between threads. Once the table is full and does not serve
 * any more, it is given up. Cost: O(registers read) time.
 */
final class Memo extends Instruction {

  /** The choice of an entry before anybody has made it. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int PLACES = 1 << 10; // a power of two
  private static final int MOST_PROBES = 8;
  private static final int MOST_MISSES = 1 << 13; // after which a memo does not pay
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int[] reads; // registers
  private final int[] writes; // registers
  private final Instruction[] computed;
  private final boolean decides; // whether scores depend on nothing else
  private final Runnable giveUp;
  private final Entry[] entries = new Entry[PLACES];
  private int misses; // counts of several threads may be lost

  /** What was computed once. */
  static final class Entry {
    private final long[] bits; // [reads]
    private final double[] results; // [writes]
    private final int[] writes;
    int choice = UNKNOWN; // among all tokens

    Entry(long[] bits, double[] results, int[] writes) {
      this.bits = bits;
      this.results = results;
      this.writes = writes;
    }

    private boolean matches(double[] r, int[] reads) {
      for (int i = 0; i < reads.length; i++) {
        if (bits[i] != Double.doubleToRawLongBits(r[reads[i]])) {
          return false;
        }
      }
      return true;
    }

    void restore(double[] r) {
      for (int i = 0; i < writes.length; i++) {
        r[writes[i]] = results[i];
      }
    }
  }

  /**
   * A memo of some instructions.
   *
   * @param decides whether all scores are among the registers read or written; what is found is
   *     then left to the sequence, which may not need the scores
   * @param giveUp called, perhaps more than once, when too little is found
   */
  Memo(
      int[] reads,
      int[] writes,
      List<? extends Instruction> computed,
      boolean decides,
      Runnable giveUp) {
    this.reads = reads;
    this.writes = writes;
    this.computed = computed.toArray(Instruction[]::new);
    this.decides = decides;
    this.giveUp = giveUp;
  }

  @Override
  int kind() {
    return WEIGHTS;
  }

  @Override
  int[] reads() {
    return reads;
  }

  @Override
  void run(SequenceState sequence) {
    double[] r = sequence.registers;
    long hash = 0;
    for (int register : reads) {
      hash = (hash ^ Double.doubleToRawLongBits(r[register])) * MIX;
      hash ^= hash >>> 32;
    }
    int place = (int) hash & (PLACES - 1);
    Entry entry = entries[place];
    for (int i = 1; entry != null && !entry.matches(r, reads); i++) {
      place = (place + 1) & (PLACES - 1);
      entry = i < MOST_PROBES ? entries[place] : null;
    }
    if (entry == null) {
      entry = compute(sequence, place);
    } else if (!decides) {
      entry.restore(r);
    }
    if (decides) {
      sequence.found = entry;
    }
  }

  private Entry compute(SequenceState sequence, int place) {
    double[] r = sequence.registers;
    long[] bits = new long[reads.length];
    for (int i = 0; i < reads.length; i++) {
      bits[i] = Double.doubleToRawLongBits(r[reads[i]]);
    }
    for (Instruction instruction : computed) {
      instruction.run(sequence);
    }
    double[] results = new double[writes.length];
    for (int i = 0; i < writes.length; i++) {
      results[i] = r[writes[i]];
    }
    Entry entry = new Entry(bits, results, writes);
    if (entries[place] == null) {
      entries[place] = entry;
    }
    if (++misses > MOST_MISSES) {
      giveUp.run();
    }
    return entry;
  }
}
