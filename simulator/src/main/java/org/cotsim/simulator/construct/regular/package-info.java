/**
 * The decoder that follows the run of a finite automaton, one state a step.
 *
 * <p>Uses {@code construct}, {@code assemble} and {@code languages.automaton}. Start at {@link
 * org.cotsim.simulator.construct.regular.DfaConstruction}.
 */
package org.cotsim.simulator.construct.regular;
