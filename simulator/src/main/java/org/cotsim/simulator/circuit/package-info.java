/**
 * A decoder at one length as a circuit of threshold gates, read off from its weights; the circuit
 * of an automaton beside it; both as AIGER, DIMACS and OPB files, and the question whether they
 * differ.
 *
 * <p>Uses {@code model}, and of {@code execute} what is computed at one position; no executor.
 * Start at {@link org.cotsim.simulator.circuit.DecoderCircuit}.
 */
package org.cotsim.simulator.circuit;
