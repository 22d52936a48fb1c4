/**
 * The ground truth: what the machines themselves say of a word.
 *
 * <p>May use {@code languages.automaton}, {@code .turing}, {@code .graph} and {@code .logic}; knows
 * no transformer. Start at {@link org.cotsim.languages.oracle.DfaOracle}.
 */
package org.cotsim.languages.oracle;
