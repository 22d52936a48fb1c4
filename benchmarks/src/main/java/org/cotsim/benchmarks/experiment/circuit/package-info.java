/**
 * The circuit of a decoder at one length: runs words until nothing new happens in it, reads the
 * circuit off, and decides whether it is equal to that of the automaton for all words.
 *
 * <p>Uses {@code simulator.circuit} and the problems. Start at {@link
 * org.cotsim.benchmarks.experiment.circuit.CircuitExperiment}.
 */
package org.cotsim.benchmarks.experiment.circuit;
