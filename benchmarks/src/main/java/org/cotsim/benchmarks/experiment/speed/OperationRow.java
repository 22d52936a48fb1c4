package org.cotsim.benchmarks.experiment.speed;

/**
 * What a library's operation took in one step of a batch, on average.
 *
 * @param name as the library calls it
 * @param calls how often it ran
 * @param seconds wall-clock time, summed over threads
 */
public record OperationRow(String name, double calls, double seconds) {}
