/**
 * Every token of many chains compared with the oracle's, and what that shows.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.check.Check}.
 */
package org.cotsim.benchmarks.experiment.check;
