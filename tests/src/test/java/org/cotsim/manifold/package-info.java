/**
 * Transformers on manifolds against closed forms: partitions of unity, functions that are
 * represented exactly, and the sum that the construction stands for.
 *
 * <p>Start at {@link org.cotsim.manifold.AnchorConstructionTest}.
 */
package org.cotsim.manifold;
