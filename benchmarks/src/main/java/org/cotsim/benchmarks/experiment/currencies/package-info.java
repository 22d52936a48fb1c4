/**
 * What an answer costs in each currency of test-time compute, way by way.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.currencies.Currencies}.
 */
package org.cotsim.benchmarks.experiment.currencies;
