/**
 * Readers of Turing machines, one format per file.
 *
 * <p>Start at {@link org.cotsim.languages.read.turing.TuringFiles}.
 */
package org.cotsim.languages.read.turing;
