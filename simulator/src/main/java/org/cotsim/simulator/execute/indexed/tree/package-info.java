/**
 * Trees of boxes, lists of keys by angle, and tables of what tokens have in their keys: different
 * keys with the sums of their values, and the search for those whose scores are maximal.
 *
 * <p>Uses nothing of this house. Start at {@link org.cotsim.simulator.execute.indexed.tree.BoxTree}
 * and {@link org.cotsim.simulator.execute.indexed.tree.ArcSearch}.
 */
package org.cotsim.simulator.execute.indexed.tree;
