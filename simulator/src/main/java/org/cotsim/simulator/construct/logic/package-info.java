/**
 * Formulas of past temporal logic with counting as decoders that answer without a chain.
 *
 * <p>May use {@code assemble}, {@code model} and {@code languages.logic}. Start at {@link
 * org.cotsim.simulator.construct.logic.FormulaConstruction}.
 */
package org.cotsim.simulator.construct.logic;
