/**
 * What is done with a problem; here what all experiments share: executors by name, models by
 * length, batches, progress.
 *
 * <p>One room per experiment: {@code run}, {@code check}, {@code sweep}, {@code precision}, {@code
 * speed}. Prints nothing. Start at {@link org.cotsim.benchmarks.experiment.ExperimentSetup}.
 */
package org.cotsim.benchmarks.experiment;
