/**
 * Building weights by hand: named subspaces of the residual stream, gadgets, and the certificate.
 *
 * <p>Uses {@code model} only and speaks of tokens by number. Start at {@link
 * org.cotsim.simulator.assemble.TransformerAssembler}; each gadget (one-hot, flags, average, hash,
 * look-up, ever, last, equal, comparison, remainder, table, gate) has a file of its own.
 */
package org.cotsim.simulator.assemble;
