/**
 * Tokens per second and bytes: of one chain, of many side by side, by executor and length.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.speed.DecodingSpeed} or {@link
 * org.cotsim.benchmarks.experiment.speed.Throughput}.
 */
package org.cotsim.benchmarks.experiment.speed;
