/**
 * Readers of formulas: past temporal logic with counting, LTLf, and C-RASP programs.
 *
 * <p>May use {@code languages.read}, {@code .input}, {@code .automaton} and {@code .logic}. Start
 * at {@link org.cotsim.languages.read.logic.FormulaReader}; bad input is always an {@link
 * org.cotsim.languages.input.InputException} with a column.
 */
package org.cotsim.languages.read.logic;
