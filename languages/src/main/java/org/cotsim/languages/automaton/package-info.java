/**
 * Regular languages as minimal complete automata, words over them, and ways to choose words.
 *
 * <p>May use AutomataLib, and {@code languages.read.InputException} for limits that input meets.
 * Start at {@link org.cotsim.languages.automaton.RegularLanguage}.
 */
package org.cotsim.languages.automaton;
