/**
 * What a norm of its own buys a special token: in hand-built decoders, projections; for the
 * embedding of a special token that has seen an image, how uniformly images lie on the sphere.
 *
 * <p>Start at {@link org.cotsim.benchmarks.experiment.tokennorm.TokenNormExperiment}.
 */
package org.cotsim.benchmarks.experiment.tokennorm;
