/**
 * Planning: the model as operations on single numbers with bounds, and from these how each head and
 * the output are answered.
 *
 * <p>Uses {@code tree} for what is searched. Start at {@link
 * org.cotsim.simulator.execute.indexed.plan.HeadPlanner}.
 */
package org.cotsim.simulator.execute.indexed.plan;
