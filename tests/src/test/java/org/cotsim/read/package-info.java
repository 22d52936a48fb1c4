/**
 * Every reader on documents spoilt at random, by one driver.
 *
 * <p>Start at {@link org.cotsim.read.ReaderFuzz}; there is one test class for each family of
 * readers. {@code -Dcotsim.fuzz.count=1000000 -Dcotsim.fuzz.seed=7} makes them try more and others.
 */
package org.cotsim.read;
