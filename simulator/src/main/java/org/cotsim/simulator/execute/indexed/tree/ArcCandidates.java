package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Entries of {@link ArcIndex}es that may be maximal, with their scores but for an error.
 *
 * <p>If it is certain for all which of them are, their sums are taken whole; if not, their keys are
 * scored one by one, as the definition does.
 */
final class ArcCandidates {

  private final double[] query; // [kept]
  private final int[] sources; // [kept], the moving component, or ~ the class component
  private final double tolerance;
  private final ValueBook book;
  private Candidate[] all = {};
  private int size;
  private double best; // the largest score is not below
  double threshold; // scores below this one are not maximal
  private final double[] key; // [moving]
  final double[] sums; // [values]
  long count; // of the positions that sums are over

  private static final class Candidate {
    private ArcIndex index;
    private int entry; // of the first pair, for keys of two
    private ArcList list;
    private ArcChunk chunk; // null for the key 0
    private int slot;
    private double score;
    private double error;

    private int variants() {
      return chunk == null ? 0 : chunk.variants(slot);
    }
  }

  ArcCandidates(SearchSpace space, double[] query, ValueBook book) {
    this.query = query;
    this.sources = space.split().sources();
    this.tolerance = space.tolerance();
    this.book = book;
    this.key = new double[space.split().moving.length];
    this.sums = new double[space.values()];
  }

  void clear() {
    size = 0;
    best = Double.NEGATIVE_INFINITY;
    threshold = Double.NEGATIVE_INFINITY;
  }

  void add(
      ArcIndex index,
      int entry,
      ArcList list,
      ArcChunk chunk,
      int slot,
      double score,
      double error) {
    if (score - error > best) {
      best = score - error;
      threshold = best - tolerance;
    }
    if (score + error < threshold) {
      return;
    }
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size + 4);
      for (int i = size; i < all.length; i++) {
        all[i] = new Candidate();
      }
    }
    Candidate next = all[size++];
    next.index = index;
    next.entry = entry;
    next.list = list;
    next.chunk = chunk;
    next.slot = slot;
    next.score = score;
    next.error = error;
  }

  /** Sums the values at all maximal scores. */
  void sum() {
    Arrays.fill(sums, 0);
    count = 0;
    double highest = best;
    for (int i = 0; i < size; i++) {
      highest = Math.max(highest, all[i].score + all[i].error);
    }
    if (!isCertain(highest - tolerance)) {
      sumExactly();
      return;
    }
    for (int i = 0; i < size; i++) {
      if (all[i].score + all[i].error >= threshold) {
        addAll(all[i]);
      }
    }
  }

  /** Whether each entry is maximal, or not, wherever between two numbers the threshold lies. */
  private boolean isCertain(double highest) {
    for (int i = 0; i < size; i++) {
      Candidate next = all[i];
      if (next.score - next.error < highest && next.score + next.error >= threshold) {
        return false;
      }
    }
    return true;
  }

  private void addAll(Candidate next) {
    int variants = next.variants();
    if (next.chunk == null) {
      for (int number = 0; number < next.list.zeros.length; number++) {
        add(next.index, number, next.list.zeros[number]);
      }
    } else if (variants == 0 || !next.list.variants().isMixed(variants)) {
      add(next.index, next.chunk.value(next.slot) & 0xFF, next.chunk.count(next.slot));
    } else {
      ArcVariants keys = next.list.variants();
      for (int r = keys.start(variants); r < keys.end(variants); r++) {
        add(next.index, keys.value(r), keys.count(r));
      }
    }
  }

  private void add(ArcIndex index, int number, int times) {
    if (times == 0) {
      return;
    }
    double[] vector = book.vector(index.value(number));
    for (int c = 0; c < sums.length; c++) {
      sums[c] += times * vector[c];
    }
    count += times;
  }

  private void sumExactly() {
    double[] largest = {Double.NEGATIVE_INFINITY};
    for (int i = 0; i < size; i++) {
      forEach(all[i], (score, number, times) -> largest[0] = Math.max(largest[0], score));
    }
    double exact = largest[0] - tolerance;
    for (int i = 0; i < size; i++) {
      ArcIndex index = all[i].index;
      forEach(
          all[i],
          (score, number, times) -> {
            if (score >= exact) {
              add(index, number, times);
            }
          });
    }
  }

  private interface Scored {
    void take(double score, int number, int times);
  }

  /** Scores all keys of an entry. */
  private void forEach(Candidate next, Scored scored) {
    int variants = next.variants();
    ArcIndex index = next.index;
    if (next.chunk == null) {
      for (int number = 0; number < next.list.zeros.length; number++) {
        if (next.list.zeros[number] > 0) {
          double score = score(index, next.entry, number, 0, 0);
          scored.take(score, number, next.list.zeros[number]);
        }
      }
    } else if (variants == 0) {
      int number = next.chunk.value(next.slot) & 0xFF;
      double x = next.chunk.x(next.slot);
      double y = next.chunk.y(next.slot);
      scored.take(score(index, next.entry, number, x, y), number, next.chunk.count(next.slot));
    } else {
      ArcVariants keys = next.list.variants();
      for (int r = keys.start(variants); r < keys.end(variants); r++) {
        int number = keys.value(r);
        double score = score(index, next.entry, number, keys.x(r), keys.y(r));
        scored.take(score, number, keys.count(r));
      }
    }
  }

  /** The score of a key: products in the order of components, from left to right. */
  private double score(ArcIndex index, int entry, int number, double x, double y) {
    if (index.inner != null) {
      index.fill(key, entry, number);
    }
    index.fillLast(key, x, y);
    double sum = 0;
    for (int c = 0; c < query.length; c++) {
      sum += query[c] * (sources[c] >= 0 ? key[sources[c]] : index.flags[~sources[c]]);
    }
    return sum;
  }
}
