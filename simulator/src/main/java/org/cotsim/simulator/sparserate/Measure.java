package org.cotsim.simulator.sparserate;

/**
 * What the sparse rate reduction says of a set of tokens.
 *
 * @param codingRate of the tokens, in nats per token
 * @param againstSubspaces the coding rate against the subspaces, in nats per token
 * @param nonzeroShare the share of coordinates that are not 0
 * @param objective the two rates' difference with the price of the non-zeros, to be made small
 */
public record Measure(
    double codingRate, double againstSubspaces, double nonzeroShare, double objective) {}
