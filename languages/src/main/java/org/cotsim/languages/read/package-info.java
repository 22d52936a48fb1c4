/**
 * Readers of the formats people already have, one per file, each naming the place of every problem.
 *
 * <p>May use {@code languages.input}, {@code .automaton}, {@code .turing} and {@code .graph}. Start
 * at {@link org.cotsim.languages.read.AutomatonFiles}, {@link
 * org.cotsim.languages.read.TuringFiles}, {@link org.cotsim.languages.read.GraphFiles} or {@link
 * org.cotsim.languages.read.RegexReader}; bad input is always an {@link
 * org.cotsim.languages.input.InputException}.
 */
package org.cotsim.languages.read;
