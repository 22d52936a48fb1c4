package org.cotsim.simulator.manifold;

import java.util.List;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;

/**
 * An immutable transformer from a point to a number.
 *
 * <p>At position i the residual stream starts as {@code E x + P_i}: the point, the same at every
 * position, and what that position always holds. Layers follow; the output is an affine map of the
 * stream at the last position. Source of the shape: A. Havrilla and W. Liao, Understanding Scaling
 * Laws with Statistical and Approximation Theory for Transformer Neural Networks on Intrinsically
 * Low-dimensional Data, NeurIPS 2024 (arXiv 2411.06646), where the positions work in parallel too.
 *
 * @param embedding E, [width, ambient]
 * @param positions P, [positions, width]
 * @param layers in the order of their application; at least one
 * @param output [1, width]
 * @param subspaces the residual stream by name
 */
public record PointTransformer(
    Matrix embedding,
    Matrix positions,
    List<PointLayer> layers,
    Affine output,
    List<Subspace> subspaces) {

  public PointTransformer {
    layers = List.copyOf(layers);
    subspaces = List.copyOf(subspaces);
    int width = embedding.rows();
    if (positions.columns() != width || output.inputs() != width || output.outputs() != 1) {
      throw new IllegalArgumentException(
          "positions " + positions + " and output " + output + " for a stream of width " + width);
    }
    if (layers.isEmpty() || positions.rows() < 1) {
      throw new IllegalArgumentException("a transformer needs a layer and a position");
    }
    layers.forEach(layer -> layer.check(width));
  }

  /** The width of the residual stream. */
  public int width() {
    return embedding.rows();
  }

  /** The number D of coordinates of a point. */
  public int ambient() {
    return embedding.columns();
  }

  /** The subspace of this name. */
  public Subspace subspace(String name) {
    return subspaces.stream()
        .filter(subspace -> subspace.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no subspace is called " + name));
  }

  /** Non-zero weights and biases, those of the positions included: they hold the anchors. */
  public long nonZeros() {
    return (long) embedding.nonZeros()
        + positions.nonZeros()
        + output.nonZeros()
        + layers.stream().mapToLong(PointLayer::nonZeros).sum();
  }
}
