/**
 * What readers of every format share: text with the place of every problem, XML, lines, names of
 * formats.
 *
 * <p>Readers are in {@code automaton}, {@code turing}, {@code graph} and {@code logic}; outside of
 * these only {@link org.cotsim.languages.read.LineFile} is used. Bad input is always an {@link
 * org.cotsim.languages.input.InputException}. Start at {@link org.cotsim.languages.read.TextFile}.
 */
package org.cotsim.languages.read;
