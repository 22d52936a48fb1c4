/**
 * White-box transformers: layers whose every matrix is a step of minimising the sparse rate
 * reduction, built from subspaces and not trained.
 *
 * <p>Start at {@link org.cotsim.simulator.sparserate.WhiteBoxTransformer}; {@link
 * org.cotsim.simulator.sparserate.CodingRate} and {@link org.cotsim.simulator.sparserate.Objective}
 * measure what its layers do. Stands beside the decoders of this project and uses none of them; the
 * linear algebra is ND4J's, in binary64. Source: Y. Yu and others, White-Box Transformers via
 * Sparse Rate Reduction, NeurIPS 2023.
 */
package org.cotsim.simulator.sparserate;
