/**
 * What is asked: the kinds of problem, each with its construction, its oracle and its inputs, found
 * by name.
 *
 * <p>Uses {@code languages} for what is right and {@code construct} for what decodes. Start at
 * {@link org.cotsim.benchmarks.problem.Problem} or {@link org.cotsim.benchmarks.problem.Problems}.
 */
package org.cotsim.benchmarks.problem;
