package org.cotsim.simulator.trace;

/**
 * Neighbouring positions that a head gives the same weight.
 *
 * @param from the first position
 * @param length how many positions
 * @param weight of each of them, above 0 and at most 1
 */
public record Span(int from, int length, double weight) {}
