/**
 * Sentences that say which words are meant: past temporal logic with counting, as immutable trees.
 *
 * <p>May use {@code languages.automaton}, {@code .input} and the JDK. Start at {@link
 * org.cotsim.languages.logic.Formula}; {@link org.cotsim.languages.logic.FormulaAutomaton} makes
 * the minimal automaton of one without counting.
 */
package org.cotsim.languages.logic;
