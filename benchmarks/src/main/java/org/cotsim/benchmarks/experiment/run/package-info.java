/**
 * One input decoded under a step budget, beside what the oracle says.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.run.InputDecoder}.
 */
package org.cotsim.benchmarks.experiment.run;
