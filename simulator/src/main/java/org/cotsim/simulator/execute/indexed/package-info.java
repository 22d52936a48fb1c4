/**
 * The fast executor: weights specialised to each token, saturated heads answered from an index.
 *
 * <p>{@code plan} traces a model on intervals and decides how every head is answered, {@code tree}
 * searches keys, {@code step} compiles a straight-line program per token and runs it. Uses {@code
 * model} and {@code execute} only. Start at {@link
 * org.cotsim.simulator.execute.indexed.IndexedExecutor}.
 */
package org.cotsim.simulator.execute.indexed;
