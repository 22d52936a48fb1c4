/**
 * The decoder that follows a function, one point per intermediate token.
 *
 * <p>Uses {@code construct}, {@code assemble} and {@code languages.hops}. Start at {@link
 * org.cotsim.simulator.construct.hops.HopConstruction}.
 */
package org.cotsim.simulator.construct.hops;
