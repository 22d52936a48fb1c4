/**
 * Graphs as edge lists in input order, questions "is t reachable from s?" and families of such
 * questions.
 *
 * <p>Uses JGraphT's graphs and generators, and nothing of cotsim. Start at {@link
 * org.cotsim.languages.graph.ConnectivityInstance}; {@link org.cotsim.languages.graph.GraphFamily}
 * makes instances for sweeps.
 */
package org.cotsim.languages.graph;
