package org.cotsim.simulator.execute.indexed.plan;

import org.cotsim.simulator.model.Matrix;

/** Layer norm, and bounds on its components. */
final class LayerNorm {

  /**
   * The largest component of a computed unit vector: sqrt(3/2), where squares are so small that
   * their rounding takes a third of them away; 1 and a few ulps elsewhere.
   */
  private static final double LARGEST = 1.225;

  private static final double SLACK = 1e-6; // far above the rounding of any sum of 2^30 terms

  private LayerNorm() {}

  /** Normalises in place, by the operations of the definition in their order. */
  static void apply(double[] v) {
    double sum = 0;
    for (double component : v) {
      sum += component;
    }
    double mean = sum / v.length;
    double squares = 0;
    for (int c = 0; c < v.length; c++) {
      v[c] -= mean;
      squares += v[c] * v[c];
    }
    double norm = Math.sqrt(squares);
    if (norm != 0) {
      for (int c = 0; c < v.length; c++) {
        v[c] /= norm;
      }
    }
  }

  /** A bound on the absolute value of every component that needs no knowledge of the input. */
  static double bound() {
    return LARGEST + SLACK;
  }

  /**
   * A bound for one component of {@code LN(M h)}.
   *
   * <p>Where the columns of M sum to zero the mean is zero; where no coordinate of h changes sign
   * and each row has terms of one sign, the other rows are at least as large as multiples c_r of
   * row i, so that the component is at most {@code 1 / sqrt(sum c_r^2)}: 1/2 for a one-hot vector
   * read as (x, s, -s, -s).
   *
   * @param signed whether mean and signs are as said
   */
  static double bound(Matrix m, Matrix transposed, int row, TracedNumber[] h, boolean signed) {
    int first = signed ? firstLive(m, row, h) : -1;
    if (first < 0) {
      return bound();
    }
    double squares = 0;
    int column = m.column(first);
    for (int e = transposed.rowStart(column); e < transposed.rowStart(column + 1); e++) {
      double ratio = leastRatio(m, transposed.column(e), row, h);
      squares += ratio * ratio;
    }
    return Math.min(1, 1 / Math.sqrt(squares)) * LARGEST + SLACK;
  }

  private static int firstLive(Matrix m, int row, TracedNumber[] h) {
    for (int e = m.rowStart(row); e < m.rowStart(row + 1); e++) {
      if (!h[m.column(e)].isZero()) {
        return e;
      }
    }
    return -1;
  }

  private static double leastRatio(Matrix m, int other, int row, TracedNumber[] h) {
    double least = Double.POSITIVE_INFINITY;
    for (int e = m.rowStart(row); e < m.rowStart(row + 1); e++) {
      if (!h[m.column(e)].isZero()) {
        least = Math.min(least, Math.abs(m.get(other, m.column(e)) / m.value(e)));
      }
    }
    return least;
  }

  /** Whether columns sum to zero, coordinates keep their sign and rows have terms of one sign. */
  static boolean signed(Matrix m, Matrix transposed, TracedNumber[] h) {
    for (int c = 0; c < transposed.rows(); c++) {
      double sum = 0;
      for (int e = transposed.rowStart(c); e < transposed.rowStart(c + 1); e++) {
        sum += transposed.value(e);
      }
      boolean read = transposed.rowStart(c) < transposed.rowStart(c + 1) && !h[c].isZero();
      if (read && (sum != 0 || (h[c].low < 0 && h[c].high > 0))) {
        return false;
      }
    }
    for (int r = 0; r < m.rows(); r++) {
      if (!signed(m, r, h)) {
        return false;
      }
    }
    return true;
  }

  private static boolean signed(Matrix m, int row, TracedNumber[] h) {
    boolean positive = false;
    boolean negative = false;
    for (int e = m.rowStart(row); e < m.rowStart(row + 1); e++) {
      TracedNumber x = h[m.column(e)];
      if (!x.isZero()) {
        boolean up = (x.low >= 0) == (m.value(e) > 0);
        positive |= up;
        negative |= !up;
      }
    }
    return !(positive && negative);
  }

  static Matrix transpose(Matrix m) {
    Matrix.Builder builder = Matrix.builder(m.columns(), m.rows());
    for (int r = 0; r < m.rows(); r++) {
      for (int e = m.rowStart(r); e < m.rowStart(r + 1); e++) {
        builder.add(m.column(e), r, m.value(e));
      }
    }
    return builder.build();
  }
}
