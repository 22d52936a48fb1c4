package org.cotsim.simulator.execute.indexed.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.cotsim.simulator.model.Matrix;

/**
 * Groups tokens whose embeddings are equal in some columns.
 *
 * <p>Cost: O(non-zero entries) time once for each set of columns, 4 bytes per token for each.
 */
final class TokenGroups {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Matrix embedding;
  private final Map<BitSet, Groups> known = new HashMap<>();

  /** A partition of the tokens. */
  static final class Groups {
    final int[] of; // [vocabulary], the group of each token
    final int[] representatives; // [groups], the first token of each

    private Groups(int[] of, int[] representatives) {
      this.of = of;
      this.representatives = representatives;
    }
  }

  TokenGroups(Matrix embedding) {
    this.embedding = embedding;
  }

  /** The number of tokens. */
  int vocabulary() {
    return embedding.rows();
  }

  Groups by(BitSet columns) {
    return known.computeIfAbsent(columns, this::group);
  }

  private Groups group(BitSet columns) {
    int[] of = new int[embedding.rows()];
    int[] representatives = new int[16];
    int count = 0;
    int[] table = new int[Integer.highestOneBit(Math.max(4, of.length)) * 4]; // group + 1
    for (int token = 0; token < of.length; token++) {
      int at = (int) (hash(token, columns) >>> 32) & (table.length - 1);
      while (table[at] != 0 && !equal(token, representatives[table[at] - 1], columns)) {
        at = (at + 1) & (table.length - 1);
      }
      if (table[at] == 0) {
        if (count == representatives.length) {
          representatives = Arrays.copyOf(representatives, 2 * count);
        }
        representatives[count++] = token;
        table[at] = count;
      }
      of[token] = table[at] - 1;
    }
    return new Groups(of, Arrays.copyOf(representatives, count));
  }

  private long hash(int token, BitSet columns) {
    long hash = 0;
    for (int e = embedding.rowStart(token); e < embedding.rowStart(token + 1); e++) {
      if (columns.get(embedding.column(e))) {
        hash = (hash ^ embedding.column(e)) * MIX;
        hash = (hash ^ Double.doubleToLongBits(embedding.value(e))) * MIX;
        hash ^= hash >>> 29;
      }
    }
    return hash * MIX;
  }

  private boolean equal(int token, int other, BitSet columns) {
    int e = next(embedding.rowStart(token), embedding.rowStart(token + 1), columns);
    int f = next(embedding.rowStart(other), embedding.rowStart(other + 1), columns);
    while (e < embedding.rowStart(token + 1) && f < embedding.rowStart(other + 1)) {
      if (embedding.column(e) != embedding.column(f) || embedding.value(e) != embedding.value(f)) {
        return false;
      }
      e = next(e + 1, embedding.rowStart(token + 1), columns);
      f = next(f + 1, embedding.rowStart(other + 1), columns);
    }
    return e == embedding.rowStart(token + 1) && f == embedding.rowStart(other + 1);
  }

  private int next(int from, int end, BitSet columns) {
    int e = from;
    while (e < end && !columns.get(embedding.column(e))) {
      e++;
    }
    return e;
  }
}
