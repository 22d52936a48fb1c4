/**
 * Following a function that is written out, checked against following it in plain Java.
 *
 * <p>Uses the package above, {@code languages} and {@code construct}. Start at {@link
 * org.cotsim.benchmarks.problem.hops.HopProblem}.
 */
package org.cotsim.benchmarks.problem.hops;
