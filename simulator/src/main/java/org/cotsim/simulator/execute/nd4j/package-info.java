/**
 * Dense batches on ND4J, on the CPU or the GPU, whichever back end is on the class path.
 *
 * <p>Start at {@link org.cotsim.simulator.execute.nd4j.Nd4jExecutor}: a session has {@code Slice}s,
 * a slice runs a {@code Plan} for each block of positions, layers and norms write into the plan;
 * {@code StreamLayout} says what is kept beside the residual stream, a {@code Memory} what heads
 * keep of earlier positions: a {@code Cache} of keys and values or {@code TokenCounts}. Activations
 * are [features, batch * positions], caches [features, batch, 1, positions]; sums are products with
 * ones, which ND4J computes several times faster than its own reductions. Uses the API that ND4J
 * 1.0.0-M1.1 and M2.1 share; beside this package only {@code simulator.sparserate} uses ND4J.
 */
package org.cotsim.simulator.execute.nd4j;
