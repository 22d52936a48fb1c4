package org.cotsim.benchmarks.experiment.sweep;

/**
 * How many answers were right on the inputs of one seed.
 *
 * @param seed of the inputs
 * @param samples how many there were, at least one
 * @param right how many of them were answered right
 */
public record SeedCount(long seed, int samples, int right) {

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return (double) right / samples;
  }
}
