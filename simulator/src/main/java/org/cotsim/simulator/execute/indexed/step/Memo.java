package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.List;

/**
 * What some instructions compute, remembered by the bit patterns of all registers that they read,
 * and by the numbers of what heads answered where that is all they read; what is not remembered is
 * computed.
 *
 * <p>Entries never change and are shared between threads. Where many are looked for in vain, the
 * table is given up. Cost: O(registers read) time, and one look at a table of choices where the
 * number of one head's answer decides.
 */
final class Memo extends Instruction {

  /** The choice of an entry before anybody has made it. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int PLACE_BITS = 10;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final int MOST_PROBES = 8;
  private static final int MISSES = 1 << 13; // after so many, it is seen whether the memo pays
  private static final int FEWEST_HITS = 64; // per miss
  private static final int MOST_CHOICES = 1 << 12; // found by the number of an answer
  private static final int SAMPLED = Long.SIZE - 6; // hits at one position in 2^6 are counted
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int[] reads; // registers
  private final int[] writes; // registers
  private final Instruction[] computed;
  private final boolean decides; // whether scores depend on nothing else
  private final Runnable giveUp;
  private final Answers answers; // all registers read, null where there are more
  private final int onlyHead; // whose answer is all that is read and decides; below 0 without
  private final Entry[] entries = new Entry[PLACES];
  private final Answered[] answered; // [PLACES], by hashes of answers; empty without heads
  private int[] choices = {}; // by numbers of the only head's answers, above UNKNOWN
  private int misses; // counts of several threads may be lost
  private int hits; // that were counted, so that threads seldom write

  /** What was computed when heads answered what has these numbers. */
  private record Answered(long numbers, Entry entry) {}

  /** What was computed once. */
  static final class Entry {
    private final long[] bits; // [reads]
    private final double[] results; // [writes]
    private final int[] writes;
    private int choice; // among all tokens, above UNKNOWN: a 0 that a thread sees first is none

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

    /** The choice among all tokens, {@link #UNKNOWN} before anybody has made it. */
    int choice() {
      return choice + UNKNOWN;
    }

    void choose(int token) {
      choice = token - UNKNOWN;
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
   * @param answers all registers read, which nobody needs to have written; null if there are more
   * @param giveUp called, perhaps more than once, when too little is found
   */
  Memo(
      int[] reads,
      int[] writes,
      List<? extends Instruction> computed,
      boolean decides,
      Answers answers,
      Runnable giveUp) {
    this.reads = reads;
    this.answers = answers;
    this.answered = new Answered[answers == null ? 0 : PLACES];
    this.writes = writes;
    this.computed = computed.toArray(Instruction[]::new);
    this.decides = decides;
    this.onlyHead = decides && answers != null ? answers.onlyHead() : -1;
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
    if (onlyHead >= 0 && !sequence.scoresNeeded) {
      int number = sequence.heads[onlyHead].answer;
      int[] known = choices;
      int choice = number >= 0 && number < known.length ? known[number] : 0; // read once
      if (choice != 0) {
        count(sequence);
        sequence.choice = choice + UNKNOWN;
        return;
      }
    }
    Entry entry = answers == null ? find(sequence) : answered(sequence);
    if (decides) {
      sequence.found = entry;
      sequence.choice = entry.choice();
      learn(sequence, entry);
    } else {
      entry.restore(sequence.registers);
    }
  }

  private void learn(SequenceState sequence, Entry entry) {
    int number = onlyHead >= 0 ? sequence.heads[onlyHead].answer : -1;
    if (number < 0 || number >= MOST_CHOICES || entry.choice() == UNKNOWN) {
      return;
    }
    int[] known = choices;
    if (number >= known.length) {
      known = Arrays.copyOf(known, Math.max(number + 1, 2 * known.length));
      choices = known;
    }
    known[number] = entry.choice() - UNKNOWN;
  }

  private Entry answered(SequenceState sequence) {
    long numbers = answers.numbers(sequence.heads);
    int place = (int) ((numbers * MIX) >>> (Long.SIZE - PLACE_BITS));
    Answered known = answered[place];
    if (known != null && known.numbers == numbers) {
      count(sequence);
      return known.entry;
    }
    answers.fill(sequence);
    Entry entry = find(sequence);
    if (numbers >= 0) { // all heads have numbers for their answers
      answered[place] = new Answered(numbers, entry);
    }
    return entry;
  }

  private void count(SequenceState sequence) {
    if ((sequence.length() * MIX) >>> SAMPLED == 0) {
      hits++;
    }
  }

  private Entry find(SequenceState sequence) {
    double[] r = sequence.registers;
    long hash = 0;
    for (int register : reads) {
      hash = (hash ^ Double.doubleToRawLongBits(r[register])) * MIX;
      hash ^= hash >>> 32;
    }
    int place = (int) hash & (PLACES - 1);
    Entry entry = entries[place];
    for (int i = 1; entry != null && !entry.matches(r, reads); i++) {
      place = i < MOST_PROBES ? (place + 1) & (PLACES - 1) : place;
      entry = i < MOST_PROBES ? entries[place] : null;
    }
    if (entry == null) {
      return compute(sequence, place);
    }
    count(sequence);
    return entry;
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
    entries[place] = entry;
    if (++misses > MISSES) {
      judge();
    }
    return entry;
  }

  private void judge() {
    if (((long) hits << (Long.SIZE - SAMPLED)) < (long) FEWEST_HITS * misses) {
      giveUp.run();
    }
    misses = 0;
    hits = 0;
  }
}
