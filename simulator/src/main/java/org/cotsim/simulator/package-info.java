/**
 * The door for those who use the library: {@link org.cotsim.simulator.ChainOfThought} goes from a
 * problem to an answer with its chain.
 *
 * <p>It knows constructions, executors and decoding; none of them knows it.
 */
package org.cotsim.simulator;
