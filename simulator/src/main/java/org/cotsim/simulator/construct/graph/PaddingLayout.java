package org.cotsim.simulator.construct.graph;

import java.util.Optional;

/**
 * What the blanks of a prompt stand for at constant width, in this order: the pairs of vertices,
 * then for every loop all triples and all pairs again, each in the order of their numbers.
 *
 * @param vertices V
 * @param loops how many blocks follow the first
 */
record PaddingLayout(int vertices, int loops) {

  /**
   * What one blank stands for.
   *
   * @param block the number of its block, from 0
   * @param triple whether it is a triple (from, over, to) or a pair (from, to)
   * @param over 0 for a pair
   */
  record Place(int block, boolean triple, int from, int over, int to) {}

  private long pairs() {
    return (long) vertices * vertices;
  }

  private long triples() {
    return pairs() * vertices;
  }

  /** V^2 blanks, and V^3 + V^2 for each loop. */
  long size() {
    return pairs() + loops * (triples() + pairs());
  }

  /** What a blank stands for; empty beyond the last block. */
  Optional<Place> place(long blank) {
    if (blank >= size()) {
      return Optional.empty();
    }
    if (blank < pairs()) {
      return Optional.of(pair(0, blank));
    }
    int block = (int) (1 + (blank - pairs()) / (triples() + pairs()));
    long number = (blank - pairs()) % (triples() + pairs());
    return Optional.of(
        number < triples() ? triple(block, number) : pair(block, number - triples()));
  }

  private Place pair(int block, long number) {
    return new Place(block, false, (int) (number / vertices), 0, (int) (number % vertices));
  }

  private Place triple(int block, long number) {
    return new Place(
        block,
        true,
        (int) (number / pairs()),
        (int) (number / vertices % vertices),
        (int) (number % vertices));
  }

  /** The last block that is complete if there are only so many blanks; 0 if none is. */
  int lastComplete(long blanks) {
    long blocks = (blanks - pairs()) / (triples() + pairs());
    return (int) Math.max(0, Math.min(loops, blocks));
  }
}
