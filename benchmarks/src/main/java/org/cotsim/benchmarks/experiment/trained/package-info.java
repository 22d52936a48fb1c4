/**
 * Models that were trained elsewhere, asked the same problems as the decoders that are built here.
 *
 * <p>Uses {@code onnxruntime} and {@code modelfile}. Start at {@link
 * org.cotsim.benchmarks.experiment.trained.TrainedModel}.
 */
package org.cotsim.benchmarks.experiment.trained;
