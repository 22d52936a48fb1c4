package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;

/**
 * Choices that all sequences of a batch have made ahead, side by side for each step: while the
 * caller appends just these, no sequence is looked at.
 *
 * <p>Cost: O(batch) copies per step; at most 4 MB or a step of the batch.
 */
final class ChoicesAhead {

  private static final int MOST_CELLS = 1 << 20;

  private final LeadingSequence[] sequences;
  private final int vocabulary;
  private int[][] steps = {}; // [step][batch]
  private int taken; // steps that the caller has appended, of which sequences do not know
  private int most = 16; // steps that are looked up
  private int widest; // steps that were

  ChoicesAhead(LeadingSequence[] sequences, int vocabulary) {
    this.sequences = sequences;
    this.vocabulary = vocabulary;
  }

  /** The choices of all sequences among all tokens, or null if they are not here. */
  int[] next() {
    return taken < steps.length ? steps[taken] : null;
  }

  /**
   * Appends tokens if they are those of {@link #next}, but for sequences that are retired; answers
   * whether they are.
   */
  boolean append(int[] tokens) {
    int[] next = next();
    if (next == null || !isNext(tokens, next)) {
      return false;
    }
    taken++;
    return true;
  }

  private boolean isNext(int[] tokens, int[] next) {
    int differs = Arrays.mismatch(tokens, next);
    if (differs < 0 || tokens.length != next.length) {
      return differs < 0;
    }
    for (int b = differs; b < tokens.length; b++) {
      boolean any = sequences[b].isRetired() && tokens[b] >= 0 && tokens[b] < vocabulary;
      if (tokens[b] != next[b] && !any) {
        return false;
      }
    }
    return true;
  }

  /** Hands what was appended to the sequences. */
  void flush() {
    for (int b = 0; taken > 0 && b < sequences.length; b++) {
      for (int step = 0; step < taken; step++) {
        sequences[b].append(steps[step][b]);
      }
    }
    if (steps.length > 0) {
      most = taken == steps.length ? 2 * taken : Math.max(1, taken);
    }
    steps = new int[0][];
    taken = 0;
  }

  /** The most bytes that choices had. */
  long bytes() {
    return 4L * widest * sequences.length;
  }

  /** Looks up what the sequences have made, after they were {@link #flush flushed}. */
  void fill() {
    int size = Math.min(most, Math.max(1, MOST_CELLS / sequences.length));
    for (int b = 0; b < sequences.length && size > 0; b++) {
      size = Math.min(size, sequences[b].ahead());
    }
    steps = new int[size][sequences.length];
    widest = Math.max(widest, size);
    for (int b = 0; b < sequences.length; b++) {
      for (int step = 0; step < size; step++) {
        steps[step][b] = sequences[b].ahead(step);
      }
    }
  }
}
