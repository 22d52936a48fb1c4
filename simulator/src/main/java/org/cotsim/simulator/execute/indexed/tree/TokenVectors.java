package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Different vectors that tokens have, whatever else there is in a sequence.
 *
 * <p>Several may share the groups of tokens, which take 4 bytes per token.
 */
public final class TokenVectors {

  private final int[] groups; // [vocabulary], of tokens whose vectors are equal
  private final int[] numbers; // [groups]
  private final double[] vectors; // [size][width]
  private final int width;

  private TokenVectors(int[] groups, int[] numbers, double[] vectors, int width) {
    this.groups = groups;
    this.numbers = numbers;
    this.vectors = vectors;
    this.width = width;
  }

  /**
   * Numbers vectors.
   *
   * @param groups [vocabulary], of tokens whose vectors are equal
   * @param vectors [groups][width], not necessarily different; zeros are not negative
   */
  public static TokenVectors of(int[] groups, double[] vectors, int width) {
    int count = width == 0 ? 1 : vectors.length / width;
    VectorBook book = new VectorBook(width);
    double[] vector = new double[width];
    int[] numbers = new int[count];
    for (int g = 0; g < count; g++) {
      System.arraycopy(vectors, g * width, vector, 0, width);
      numbers[g] = book.number(vector);
    }
    return new TokenVectors(groups, numbers, book.vectors(), width);
  }

  /** The number of different vectors. */
  public int size() {
    return width == 0 ? 1 : vectors.length / width;
  }

  /** The vector that a token has. */
  public int of(int token) {
    return numbers[groups[token]];
  }

  /** Where a table has the numbers of these vectors. */
  int column(TokenNumbers table) {
    return table.column(groups, numbers);
  }

  /** The number of components. */
  int width() {
    return width;
  }

  /** The components of some vectors from one on, [numbers][width - first]. */
  double[] from(int[] some, int first) {
    double[] from = new double[some.length * (width - first)];
    int next = 0;
    for (int number : some) {
      for (int c = first; c < width; c++) {
        from[next++] = get(number, c);
      }
    }
    return from;
  }

  /** A component of a vector. */
  public double get(int number, int component) {
    return vectors[number * width + component];
  }

  /**
   * Writes the numbers that tokens have after a change of order.
   *
   * @param next [size], by the present number
   */
  int[] renumbered(int[] next) {
    return Arrays.stream(numbers).map(number -> next[number]).toArray();
  }

  /** The groups of tokens whose vectors are equal, [vocabulary]. */
  int[] groups() {
    return groups;
  }
}
