/**
 * How long constructions stay right in fewer bits, and under softmax attention of a temperature.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.precision.Precision}.
 */
package org.cotsim.benchmarks.experiment.precision;
