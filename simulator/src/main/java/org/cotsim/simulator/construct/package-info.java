/**
 * From a problem to a model: the contract of all constructions. Each yields weights, the encoding
 * of inputs, a certificate and a claim of how many steps it takes.
 *
 * <p>One room per kind: {@code regular}, {@code turing}, {@code graph}, {@code logic}, {@code
 * hops}. Uses {@code assemble}, {@code model} and the machines of {@code languages}, never an
 * oracle. Start at {@link org.cotsim.simulator.construct.Construction}.
 */
package org.cotsim.simulator.construct;
