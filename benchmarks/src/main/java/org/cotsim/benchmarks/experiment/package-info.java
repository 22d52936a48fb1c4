/**
 * Experiments: one run, a check against an oracle, a sweep over step budgets.
 *
 * <p>Uses {@code languages} for what is right, {@code simulator} for what decodes; prints nothing.
 * Start at {@link org.cotsim.benchmarks.experiment.Problem}.
 */
package org.cotsim.benchmarks.experiment;
