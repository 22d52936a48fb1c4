/**
 * Turing machines, checked against their interpreter.
 *
 * <p>Uses the package above, {@code languages} and {@code construct}. Start at {@link
 * org.cotsim.benchmarks.problem.turing.TuringProblem}.
 */
package org.cotsim.benchmarks.problem.turing;
