package org.cotsim.benchmarks.experiment.precision;

/**
 * What softmax attention needs at one length.
 *
 * @param length of the inputs
 * @param smallest the smallest inverse temperature found with which every token was right, to a
 *     part in a hundred
 * @param bound an inverse temperature that is certified
 */
public record TemperaturePoint(int length, double smallest, double bound) {}
