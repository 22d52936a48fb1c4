/**
 * Decoders of one language that are built in different ways answer alike, on every executor.
 *
 * <p>Uses {@code problem}, {@code construct} and {@code execute}. Start at {@link
 * org.cotsim.agreement.Agreement}; the full size is a matter of system properties, see {@code
 * tests/README.md}.
 */
package org.cotsim.agreement;
