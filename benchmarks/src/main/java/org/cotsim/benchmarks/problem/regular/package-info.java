/**
 * Regular languages, decided by their minimal automaton.
 *
 * <p>Uses the package above, {@code languages} and {@code construct}. Start at {@link
 * org.cotsim.benchmarks.problem.regular.RegularProblem}.
 */
package org.cotsim.benchmarks.problem.regular;
