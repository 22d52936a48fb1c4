/**
 * One input decoded under a step budget, beside what the oracle says.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.run.SingleRun}.
 */
package org.cotsim.benchmarks.experiment.run;
