/**
 * Readers of regular languages: files of automata and regular expressions, one format per file.
 *
 * <p>Start at {@link org.cotsim.languages.read.automaton.AutomatonFiles} or {@link
 * org.cotsim.languages.read.automaton.RegexReader}.
 */
package org.cotsim.languages.read.automaton;
