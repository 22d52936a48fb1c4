package org.cotsim.simulator.model;

import java.util.List;
import java.util.stream.Stream;

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

  /** What is read at a position with this token: itself, unless some tokens are read apart. */
  default Norm of(int token) {
    return this;
  }

  /** Whether all tokens are normalised alike. */
  default boolean isShared() {
    return true;
  }

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

  /**
   * Reads a norm of their own at the positions of some tokens, such as the start or the think
   * token, and another one everywhere else. Source: Chen, Wang, Du, Hassoun and Liu 2023, which
   * normalise the class token apart from the others.
   *
   * @param tokens those with a norm of their own
   * @param own what is read at their positions
   * @param others what is read at all other positions, as many numbers
   */
  record Separate(TokenSet tokens, Norm own, Norm others) implements Norm {
    public Separate {
      if (!own.isShared() || !others.isShared()) {
        throw new IllegalArgumentException("a separate norm is made of two that are shared");
      }
    }

    @Override
    public int outputs(int width) {
      Shapes.equal("sizes of two separate norms", own.outputs(width), others.outputs(width));
      return others.outputs(width);
    }

    /** Those of the tokens with a norm of their own, then those of the others. */
    @Override
    public List<Matrix> projections() {
      return Stream.concat(own.projections().stream(), others.projections().stream()).toList();
    }

    @Override
    public Norm of(int token) {
      return tokens.contains(token) ? own : others;
    }

    @Override
    public boolean isShared() {
      return false;
    }
  }
}
