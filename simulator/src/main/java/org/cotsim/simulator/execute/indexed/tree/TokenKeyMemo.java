package org.cotsim.simulator.execute.indexed.tree;

/** The maximal entries of one query, until an entry comes that may be maximal too. */
final class TokenKeyMemo {

  final double[] query; // [kept]
  private double threshold; // no other entry scores so much
  private int[] entries = {};
  private int size = -1; // -1 if nothing is remembered

  TokenKeyMemo(int components) {
    this.query = new double[components];
  }

  boolean knows(double[] other) {
    for (int i = 0; i < query.length; i++) {
      if (query[i] != other[i]) {
        return false;
      }
    }
    return size >= 0;
  }

  void remember(double[] other, double least, int[] found, int count) {
    System.arraycopy(other, 0, query, 0, query.length);
    threshold = least;
    if (count > entries.length) {
      entries = new int[count];
    }
    System.arraycopy(found, 0, entries, 0, count);
    size = count;
  }

  boolean isEmpty() {
    return size < 0;
  }

  /** Forgets all if a new entry of that score may be maximal. */
  void meet(double score) {
    if (!(score < threshold)) {
      size = -1;
    }
  }

  /** Copies the entries; answers their number. */
  int restore(int[] found) {
    System.arraycopy(entries, 0, found, 0, size);
    return size;
  }
}
