/**
 * Formulas of past temporal logic with counting, checked against their interpreter.
 *
 * <p>Uses the package above, and the room of regular languages, {@code languages} and {@code
 * construct}. Start at {@link org.cotsim.benchmarks.problem.logic.FormulaProblem}.
 */
package org.cotsim.benchmarks.problem.logic;
