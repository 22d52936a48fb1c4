package org.cotsim.benchmarks.report;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cotsim.benchmarks.experiment.sweep.SeedCount;

/**
 * The accuracies of several seeds: their mean and its interval at 95 % by Student's t, cut at 0 and
 * 1.
 *
 * <p>It says how much the figure moves with the inputs drawn; where all seeds give the same figure
 * it has no width, and only {@link Wilson} over all inputs says what so many of them allow.
 *
 * @param mean of the accuracies, each seed counting the same
 * @param halfWidth of the interval before it is cut
 * @param low the lower bound
 * @param high the upper bound
 * @param least the least accuracy of a seed
 * @param most the largest
 */
record SeedInterval(
    double mean, double halfWidth, double low, double high, double least, double most) {

  private static final double ERROR_RATE = 0.05;

  /** The interval of at least two seeds. */
  static SeedInterval of(List<SeedCount> seeds) {
    int k = seeds.size();
    double[] accuracies = seeds.stream().mapToDouble(SeedCount::accuracy).sorted().toArray();
    double sum = 0;
    for (double accuracy : accuracies) {
      sum += accuracy;
    }
    double mean = sum / k;
    double squares = 0;
    for (double accuracy : accuracies) {
      squares += (accuracy - mean) * (accuracy - mean);
    }
    boolean same = accuracies[0] == accuracies[k - 1];
    double half =
        same
            ? 0
            : TDistribution.of(k - 1).inverseSurvivalProbability(ERROR_RATE / 2)
                * Math.sqrt(squares / (k - 1) / k);
    double centre = same ? accuracies[0] : mean;
    return new SeedInterval(
        centre,
        half,
        Math.max(0, centre - half),
        Math.min(1, centre + half),
        accuracies[0],
        accuracies[k - 1]);
  }
}
