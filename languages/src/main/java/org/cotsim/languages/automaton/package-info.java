/**
 * Regular languages as minimal complete automata, words over them, and ways to choose words.
 *
 * <p>May use AutomataLib, and {@code languages.input} for the limits that input meets. Start at
 * {@link org.cotsim.languages.automaton.RegularLanguage}; {@link
 * org.cotsim.languages.automaton.EpsilonNfa} is what readers build one from.
 */
package org.cotsim.languages.automaton;
