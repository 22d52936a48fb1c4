/**
 * A run of a model on balls: every number with a radius within which all executors of several
 * arithmetics have it, whatever the order of their sums.
 *
 * <p>Uses {@code model}, {@code execute} and the rounded weights of {@code reference}. Start at
 * {@link org.cotsim.simulator.execute.enclosure.EnclosedSequence}.
 */
package org.cotsim.simulator.execute.enclosure;
