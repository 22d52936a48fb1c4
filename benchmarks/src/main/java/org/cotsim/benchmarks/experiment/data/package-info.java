/**
 * Data sets of inputs, chains and answers for people who train models.
 *
 * <p>The oracle says what is right; some inputs are also given to the hand-built decoder. Start at
 * {@link org.cotsim.benchmarks.experiment.data.DataSet}.
 */
package org.cotsim.benchmarks.experiment.data;
