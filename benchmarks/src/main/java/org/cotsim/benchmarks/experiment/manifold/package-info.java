/**
 * The approximation of functions on manifolds, measured: squared error against the number of
 * anchors and of samples, for manifolds of dimension d in D dimensions.
 *
 * <p>Manifolds and functions are made here; transformers come from {@code simulator.manifold} and
 * see points only. Start at {@link org.cotsim.benchmarks.experiment.manifold.ManifoldExperiment}.
 */
package org.cotsim.benchmarks.experiment.manifold;
