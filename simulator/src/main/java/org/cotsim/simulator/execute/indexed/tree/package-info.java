/**
 * Trees of boxes: different keys with the sums of their values, and the search for those whose
 * scores are maximal.
 *
 * <p>Uses nothing of this house. Start at {@link
 * org.cotsim.simulator.execute.indexed.tree.BoxTree}.
 */
package org.cotsim.simulator.execute.indexed.tree;
