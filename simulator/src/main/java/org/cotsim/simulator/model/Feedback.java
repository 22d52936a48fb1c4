package org.cotsim.simulator.model;

/**
 * What a continuous thought takes over from the position before it.
 *
 * <p>A token of the role {@link Token.Role#THOUGHT} at position i is embedded as itself and its
 * position, plus {@code map} times the residual stream after the last layer at position i - 1; at
 * position 0 there is nothing to take over. So a vector is fed back, and not only the choice of a
 * token. Source: Hao et al. 2024 (arXiv 2412.06769); Zhu et al. 2025 (arXiv 2505.12514).
 *
 * @param map [width, width]
 */
public record Feedback(Matrix map) {}
