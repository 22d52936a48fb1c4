/**
 * Ground truth: what each machine or problem answers, computed directly and without a transformer.
 *
 * <p>May use {@code languages.automaton}, {@code .turing}, {@code .graph} and {@code .logic}. For
 * Turing machines start at {@link org.cotsim.languages.oracle.TuringInterpreter}.
 */
package org.cotsim.languages.oracle;
