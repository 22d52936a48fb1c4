/**
 * White-box transformers on sets of tokens: mixtures of Gaussians on subspaces, and images.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.sparserate.SparseRate}. Uses {@code
 * simulator.sparserate}, which computes everything that is measured here; {@link
 * org.cotsim.benchmarks.experiment.sparserate.ImageSet} reads images.
 */
package org.cotsim.benchmarks.experiment.sparserate;
