/**
 * The decoder in a page: what is compiled to JavaScript, and what replaces those parts of Java's
 * library that the compiler, TeaVM, lacks or has otherwise.
 *
 * <p>Start at {@link org.cotsim.benchmarks.live.LiveDecoder}. Only this package knows TeaVM.
 */
package org.cotsim.benchmarks.live;
