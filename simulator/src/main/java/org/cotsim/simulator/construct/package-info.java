/**
 * From a problem to a model: each construction yields weights, the encoding of inputs, a
 * certificate and a claim of how many steps it takes.
 *
 * <p>Uses {@code assemble}, {@code model} and the machines of {@code languages}, never an oracle.
 * Start at {@link org.cotsim.simulator.construct.DfaConstruction}.
 */
package org.cotsim.simulator.construct;
