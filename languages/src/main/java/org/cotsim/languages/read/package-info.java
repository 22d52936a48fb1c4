/**
 * Readers of the formats people already have, one per file, each naming the place of every problem.
 *
 * <p>May use {@code languages.automaton}, {@code .turing} and {@code .graph}. Start at {@link
 * org.cotsim.languages.read.InputException}, the one way in which bad input is reported.
 */
package org.cotsim.languages.read;
