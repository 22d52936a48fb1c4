package org.cotsim.benchmarks.experiment.manifold;

import java.util.HashSet;
import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;

/** Refuses what cannot be measured, in a sentence. */
final class RequestCheck {

  private RequestCheck() {}

  static void check(ManifoldExperiment.Request request) throws ExperimentException {
    requireSome(request.manifolds(), "--manifolds");
    requireSome(request.ambients(), "--ambient");
    requireSome(request.smoothness(), "--beta");
    for (String name : request.manifolds()) {
      Manifold manifold = Manifold.find(name);
      for (int ambient : request.ambients()) {
        requireRange("--ambient", ambient, 2, ManifoldExperiment.MOST_AMBIENT);
        if (ambient < manifold.coordinates()) {
          throw new ExperimentException(
              "--ambient %d: %s needs at least %d dimensions"
                  .formatted(ambient, name, manifold.coordinates()));
        }
      }
    }
    for (double beta : request.smoothness()) {
      if (!(beta > 0 && beta <= 1) && beta != Setting.AFFINE) {
        throw new ExperimentException("--beta " + beta + ": expected above 0 and up to 1, or 2");
      }
    }
    if (request.samples().isEmpty() || !request.anchors().isEmpty()) {
      requireSizes("--anchors", request.anchors(), 4);
    }
    if (!request.samples().isEmpty()) {
      requireSizes("--samples", request.samples(), 64);
    }
    boolean slopesOnly = request.smoothness().stream().allMatch(beta -> beta == Setting.AFFINE);
    if (request.anchors().isEmpty() && slopesOnly) {
      throw new ExperimentException("--beta 2: there are no slopes in samples, expected up to 1");
    }
    requireRange("--tests", request.tests(), 10, ManifoldExperiment.MOST);
    requireRange("--repetitions", request.repetitions(), 1, 1000);
    requirePositive("--sharpness", request.sharpness(), 1000);
    requirePositive("--noise", request.noise(), 1000);
  }

  private static void requireSizes(String option, List<Integer> sizes, int least)
      throws ExperimentException {
    requireSome(sizes, option);
    for (int size : sizes) {
      requireRange(option, size, least, ManifoldExperiment.MOST);
    }
    if (sizes.size() < 2) {
      throw new ExperimentException(option + ": a line needs two different numbers at least");
    }
  }

  /** Something, and nothing twice. */
  private static void requireSome(List<?> values, String option) throws ExperimentException {
    if (values.isEmpty()) {
      throw new ExperimentException(option + ": expected at least one");
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new ExperimentException(option + ": something is listed twice in " + values);
    }
  }

  private static void requireRange(String option, int value, int least, int most)
      throws ExperimentException {
    if (value < least || value > most) {
      throw new ExperimentException(option + " " + value + ": expected " + least + " to " + most);
    }
  }

  private static void requirePositive(String option, double value, double most)
      throws ExperimentException {
    if (!(value > 0 && value <= most)) {
      throw new ExperimentException(option + " " + value + ": expected above 0 and up to " + most);
    }
  }
}
