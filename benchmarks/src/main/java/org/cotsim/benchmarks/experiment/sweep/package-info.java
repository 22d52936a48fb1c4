/**
 * Accuracy against the step budget, cell by cell.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.sweep.Sweep}.
 */
package org.cotsim.benchmarks.experiment.sweep;
