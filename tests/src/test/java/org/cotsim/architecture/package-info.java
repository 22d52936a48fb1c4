/**
 * The rules that keep the house in order, each with a guard that it has something to look at.
 *
 * <p>Start at {@link org.cotsim.architecture.DirectionsTest}.
 */
package org.cotsim.architecture;
