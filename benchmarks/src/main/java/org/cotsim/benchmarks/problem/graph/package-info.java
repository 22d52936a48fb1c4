/**
 * Reachability in graphs, by the direct decoder or through a Turing machine.
 *
 * <p>Uses the package above, and the room of Turing machines, {@code languages} and {@code
 * construct}. Start at {@link org.cotsim.benchmarks.problem.graph.GraphProblem}.
 */
package org.cotsim.benchmarks.problem.graph;
