/**
 * Transformers that approximate a function on a low-dimensional manifold: one position for each
 * anchor, feed-forward bumps around the anchors, a softmax head that makes them a partition of
 * unity; nothing is trained but the values at the anchors.
 *
 * <p>Heads, affine maps, masks and named subspaces are those of {@code model} and {@code assemble}.
 * The model itself is not {@link org.cotsim.simulator.model.Transformer}: that one reads token ids,
 * where here the input is a point, and each of its sublayers divides by the length of what it
 * reads, where here lengths are the distances to be kept; the paper's transformer has no norm
 * either. Start at {@link org.cotsim.simulator.manifold.AnchorConstruction}.
 */
package org.cotsim.simulator.manifold;
