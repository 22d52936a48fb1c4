package org.cotsim.simulator.model;

import java.util.List;

/**
 * What a sublayer reads of the residual stream h, of width d (pre-norm).
 *
 * <p>Layer norm is {@code LN(v) = v' / ||v'||} with {@code v' = v - mean(v)}: unit length, no
 * epsilon, no gain, and {@code LN(0) = 0}. This is the one place where that is defined; executors
 * follow it. Source: Merrill and Sabharwal 2024, section 2 and definitions 4 and 5.
 */
public sealed interface Norm {

  /** The size of what the sublayer reads, for a residual stream of the given width. */
  int outputs(int width);

  /** The matrices whose normalised products are concatenated; empty for {@code LN(h)} itself. */
  List<Matrix> projections();

  /** Reads {@code LN(h)}: standard pre-norm. */
  record Standard() implements Norm {
    @Override
    public int outputs(int width) {
      return width;
    }

    @Override
    public List<Matrix> projections() {
      return List.of();
    }
  }

  /**
   * Reads {@code LN(M h)}: projected pre-norm.
   *
   * @param matrix M, [outputs, width]
   */
  record Projected(Matrix matrix) implements Norm {
    @Override
    public int outputs(int width) {
      return matrix.rows();
    }

    @Override
    public List<Matrix> projections() {
      return List.of(matrix);
    }
  }

  /**
   * Reads the concatenation of {@code LN(M_1 h), ..., LN(M_k h)}: multi-pre-norm.
   *
   * @param projections M_1 to M_k, each [outputs_i, width]; at least one
   */
  record Multi(List<Matrix> projections) implements Norm {
    public Multi {
      projections = List.copyOf(projections);
      if (projections.isEmpty()) {
        throw new IllegalArgumentException("multi-pre-norm needs at least one projection");
      }
    }

    @Override
    public int outputs(int width) {
      return projections.stream().mapToInt(Matrix::rows).sum();
    }
  }
}
