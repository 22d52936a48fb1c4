/**
 * Stepping: programs compiled from a plan, run token by token over the registers of a sequence and
 * the caches of its heads.
 *
 * <p>Uses {@code plan} and {@code tree}. Start at {@link
 * org.cotsim.simulator.execute.indexed.step.SequenceState}.
 */
package org.cotsim.simulator.execute.indexed.step;
