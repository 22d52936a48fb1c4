/**
 * Following a function: is f^K(s) = t, for a function f on m points that is written out?
 *
 * <p>Uses {@code input} only. Start at {@link org.cotsim.languages.hops.HopInstance}.
 */
package org.cotsim.languages.hops;
