/**
 * Dense batches on ND4J, on the CPU or the GPU, whichever back end is on the class path.
 *
 * <p>Start at {@link org.cotsim.simulator.execute.nd4j.Nd4jExecutor}; a session runs blocks of
 * positions through {@code Session -> Attention, FeedForward -> LayerNorm -> Ops}. Activations are
 * [features, batch * positions] and caches [features, batch, 1, positions], so that a product with
 * the weights is one matrix product and sums over positions are matrix-vector products with ones.
 * Nothing outside this package uses ND4J, and here only {@code Nd4jExecutor.open} loads it.
 */
package org.cotsim.simulator.execute.nd4j;
