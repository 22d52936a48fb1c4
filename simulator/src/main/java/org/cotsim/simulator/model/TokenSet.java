package org.cotsim.simulator.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable set of token numbers, to which the choice of the next token can be restricted. */
public final class TokenSet {

  private final int vocabularySize;
  private final int[] ids; // ascending

  private TokenSet(int vocabularySize, int[] ids) {
    this.vocabularySize = vocabularySize;
    this.ids = ids;
  }

  /** The set of these numbers, each below the size of the vocabulary. */
  public static TokenSet of(int vocabularySize, IntStream ids) {
    int[] sorted = ids.sorted().distinct().toArray();
    if (sorted.length > 0 && (sorted[0] < 0 || sorted[sorted.length - 1] >= vocabularySize)) {
      throw new IllegalArgumentException("token outside a vocabulary of " + vocabularySize);
    }
    return new TokenSet(vocabularySize, sorted);
  }

  public int vocabularySize() {
    return vocabularySize;
  }

  public int size() {
    return ids.length;
  }

  /** The i-th smallest number in the set. */
  public int id(int i) {
    return ids[i];
  }

  /** Whether the set holds this token; costs O(log size), O(1) where none after it is left out. */
  public boolean contains(int token) {
    if (ids.length == 0 || token < ids[0] || token > ids[ids.length - 1]) {
      return false;
    }
    int place = ids.length - 1 - (ids[ids.length - 1] - token); // if none after it is left out
    return (place >= 0 && ids[place] == token) || Arrays.binarySearch(ids, token) >= 0;
  }

  /** The numbers in ascending order. */
  public IntStream stream() {
    return IntStream.of(ids);
  }
}
