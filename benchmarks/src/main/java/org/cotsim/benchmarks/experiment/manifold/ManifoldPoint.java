package org.cotsim.benchmarks.experiment.manifold;

/**
 * One measurement, a mean over repetitions.
 *
 * @param setting what was approximated, where
 * @param anchors the number of anchors N
 * @param samples the number n of noisy samples that the values at the anchors come from; 0 if these
 *     are the function's own
 * @param layers of the transformer
 * @param weights its non-zero weights, anchors included
 * @param squaredError mean over test points of the squared error of its output
 * @param squaredSpacing mean over test points of the squared distance to the nearest anchor
 */
public record ManifoldPoint(
    Setting setting,
    int anchors,
    int samples,
    int layers,
    long weights,
    double squaredError,
    double squaredSpacing) {

  /** What grows along a line: the number of samples, or of anchors. */
  public int size() {
    return setting.law() == Setting.Law.DATA ? samples : anchors;
  }
}
