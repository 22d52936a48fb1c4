/**
 * Every token of many chains compared with the oracle's, and what that shows.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.check.DecoderCheck}.
 */
package org.cotsim.benchmarks.experiment.check;
