/**
 * A decoding with all that happened inside: what each head attended to, what each subspace held,
 * where each token was decided.
 *
 * <p>Uses {@code assemble} for the names, {@code decode} and the reference executor for the run.
 * Start at {@link org.cotsim.simulator.trace.Tracer}.
 */
package org.cotsim.simulator.trace;
