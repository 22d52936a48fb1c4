package org.cotsim.benchmarks.experiment.currencies;

import org.cotsim.benchmarks.problem.Floor;

/**
 * How a known lower bound grows over the lengths that are measured.
 *
 * @param problem the name by which the problem was asked, whatever the way
 * @param n the length of the inputs
 * @param amount the largest value of its formula over the sampled inputs, with the constant 1
 */
public record FloorAt(String problem, int n, Floor floor, long amount) {}
