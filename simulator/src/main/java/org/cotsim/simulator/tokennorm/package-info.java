/**
 * Special tokens with a norm of their own in hand-built decoders: which normalised projections all
 * other tokens can do without once their norm need not tell them from the special ones.
 *
 * <p>Knows the model and the operations of its definition. Start at {@link
 * org.cotsim.simulator.tokennorm.SeparateNorms}.
 */
package org.cotsim.simulator.tokennorm;
