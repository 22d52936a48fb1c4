/**
 * Deterministic Turing machines as immutable tables: any number of two-way infinite tapes.
 *
 * <p>Uses nothing but the JDK and knows no way of running them; that is {@code languages.oracle}.
 * Start at {@link org.cotsim.languages.turing.TuringMachine}; machines are written with {@link
 * org.cotsim.languages.turing.TuringMachineBuilder}, as text or rule by rule.
 */
package org.cotsim.languages.turing;
