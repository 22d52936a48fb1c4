/**
 * The fast executor: weights specialised to each token, saturated heads answered from an index.
 *
 * <p>A model is traced on intervals into one straight-line program per token ({@code Trace}, {@code
 * Program}); a plan per head says how its keys are searched ({@code HeadPlan}, {@code BoxTree}).
 * Uses {@code model} and {@code execute} only. Start at {@link
 * org.cotsim.simulator.execute.indexed.IndexedExecutor}.
 */
package org.cotsim.simulator.execute.indexed;
