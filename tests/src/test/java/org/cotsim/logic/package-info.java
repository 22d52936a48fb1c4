/**
 * Formulas across modules: random ones on every executor, and beside MONA.
 *
 * <p>Each test prints the seed of what failed. Start at {@link
 * org.cotsim.logic.RandomFormulasTest}.
 */
package org.cotsim.logic;
