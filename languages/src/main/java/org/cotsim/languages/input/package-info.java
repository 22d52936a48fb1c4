/**
 * What every package says of input that cannot be used: problems, each with its place.
 *
 * <p>Uses nothing but the JDK, so that any package may use it. Start at {@link
 * org.cotsim.languages.input.InputException}; {@link org.cotsim.languages.input.InputProblems}
 * collects several of them, {@link org.cotsim.languages.input.Characters} says what can be shown.
 */
package org.cotsim.languages.input;
