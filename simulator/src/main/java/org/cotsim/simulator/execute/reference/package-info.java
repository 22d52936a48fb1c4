/**
 * The executor that reads as the definition: plain loops, one position at a time, a key/value
 * cache.
 *
 * <p>Every faster executor answers to it. Start at {@link
 * org.cotsim.simulator.execute.reference.ReferenceExecutor}.
 */
package org.cotsim.simulator.execute.reference;
