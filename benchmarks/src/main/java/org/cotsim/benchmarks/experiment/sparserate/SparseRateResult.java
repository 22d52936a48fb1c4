package org.cotsim.benchmarks.experiment.sparserate;

import java.util.List;
import java.util.OptionalDouble;
import org.cotsim.simulator.sparserate.GradientForm;

/**
 * What a white-box transformer did to a set of tokens.
 *
 * @param data what the tokens are
 * @param tokens how many ran
 * @param training how many more the subspaces were estimated from
 * @param width of a token
 * @param subspaces how many there are
 * @param coherence the cosine of the smallest angle between two subspaces
 * @param angle the largest angle to a true subspace in degrees, if these are known
 * @param variants every gradient with every threshold; the first one is what was asked for
 */
public record SparseRateResult(
    String data,
    int tokens,
    int training,
    int width,
    int subspaces,
    double coherence,
    OptionalDouble angle,
    SparseRateOptions options,
    List<Variant> variants,
    List<StepPoint> steps,
    List<Rise> rises,
    List<ApproximationPoint> approximation) {

  public SparseRateResult {
    variants = List.copyOf(variants);
    steps = List.copyOf(steps);
    rises = List.copyOf(rises);
    approximation = List.copyOf(approximation);
  }

  /** The transformer that was asked for. */
  public Variant asked() {
    return variants.get(0);
  }

  /** The same transformer with another gradient. */
  public Variant with(GradientForm form) {
    return variants.stream()
        .filter(one -> one.form() == form && one.threshold() == options.threshold())
        .findFirst()
        .orElseThrow();
  }

  /** How long a step along a gradient may be. */
  public Rise riseOf(GradientForm form) {
    return rises.stream().filter(one -> one.form() == form).findFirst().orElseThrow();
  }
}
