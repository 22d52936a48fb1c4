/**
 * The decoder that answers whether t is reachable from s by breadth-first search.
 *
 * <p>Uses {@code construct}, {@code assemble} and {@code languages.graph}. Start at {@link
 * org.cotsim.simulator.construct.graph.GraphConstruction}.
 */
package org.cotsim.simulator.construct.graph;
