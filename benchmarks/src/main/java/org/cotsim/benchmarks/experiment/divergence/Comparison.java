package org.cotsim.benchmarks.experiment.divergence;

import org.cotsim.simulator.execute.enclosure.Margin;

/**
 * A comparison of scores and how safe it is.
 *
 * @param place where
 * @param margin how far it is from coming out otherwise, and the noise
 */
public record Comparison(Place place, Margin margin) {}
