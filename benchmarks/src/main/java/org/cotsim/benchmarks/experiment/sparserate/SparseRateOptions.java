package org.cotsim.benchmarks.experiment.sparserate;

import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Objective;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Threshold;
import org.cotsim.simulator.sparserate.WhiteBoxTransformer;

/**
 * How the transformer is built and measured.
 *
 * @param dimension of each subspace
 * @param layers its depth
 * @param distortion up to which tokens of length 1 are coded
 * @param step of the compressing half, in units of the inverse curvature
 * @param weight the price of a non-zero, in the objective and in the sparsifying half
 * @param form how the compressing half computes its gradient
 * @param threshold whether codes may be negative
 */
public record SparseRateOptions(
    int dimension,
    int layers,
    double distortion,
    double step,
    double weight,
    GradientForm form,
    Threshold threshold) {

  /** The width of tokens, if nothing else is asked for. */
  public static final int WIDTH = 64;

  /** How many tokens run, if nothing else is asked for. */
  public static final int TOKENS = 512;

  private static final int DEEPEST = 64;

  /** What is built if nothing else is asked for. */
  public static SparseRateOptions byDefault(int dimension) {
    return new SparseRateOptions(
        dimension, 4, 0.5, 0.5, 0.05, GradientForm.ATTENTION, Threshold.SOFT);
  }

  /** Refuses what makes no transformer. */
  public void requireSensible() throws ExperimentException {
    Ranges.require("--layers", layers, 1, DEEPEST);
    Ranges.requireAbove("--epsilon", distortion, 0);
    Ranges.requireAtLeast0("--step", step);
    Ranges.requireAtLeast0("--lambda", weight);
  }

  /** The same with another gradient and another threshold. */
  SparseRateOptions with(GradientForm other, Threshold otherThreshold) {
    return new SparseRateOptions(
        dimension, layers, distortion, step, weight, other, otherThreshold);
  }

  CodingRate rate() {
    return new CodingRate(distortion);
  }

  Objective objective() {
    return new Objective(rate(), weight);
  }

  Compression compression() {
    return new Compression(form, step, rate());
  }

  WhiteBoxTransformer build(Subspaces subspaces) throws ExperimentException {
    try {
      return WhiteBoxTransformer.of(subspaces, layers, compression(), threshold, weight);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          "--dimension " + dimension + ": " + e.getMessage() + "; choose a smaller one");
    }
  }
}
