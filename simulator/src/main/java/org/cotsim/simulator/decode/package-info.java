/**
 * Decoding: step budgets, the loop that emits a chain of thought, and how a chain ended.
 *
 * <p>Uses {@code execute} and {@code model} only. Start at {@link
 * org.cotsim.simulator.decode.Decoder}.
 */
package org.cotsim.simulator.decode;
