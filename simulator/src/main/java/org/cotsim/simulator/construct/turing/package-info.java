/**
 * The decoder that follows a Turing machine, one of its steps a token; how heads find the head
 * positions and what a cell was last written with.
 *
 * <p>Uses {@code construct}, {@code assemble} and {@code languages.turing}. Start at {@link
 * org.cotsim.simulator.construct.turing.TuringConstruction}.
 */
package org.cotsim.simulator.construct.turing;
