/**
 * Where two executors or arithmetics that run the same weights part, and up to where they cannot.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.divergence.Divergence}; {@link
 * org.cotsim.benchmarks.experiment.divergence.DivergenceSearch} looks for the length at which it
 * happens.
 */
package org.cotsim.benchmarks.experiment.divergence;
