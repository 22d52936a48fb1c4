package org.cotsim.simulator.sparserate;

/**
 * The first half of a layer: one step of gradient descent of the coding rate against subspaces.
 *
 * @param form how the gradient is computed
 * @param step of the descent in units of 1 / b, with b = p/(N e^2) the curvature where there is no
 *     energy: 1 removes what has none, above 2 it grows; at least 0
 * @param rate what is descended
 */
public record Compression(GradientForm form, double step, CodingRate rate) {

  public Compression {
    if (!(step >= 0) || Double.isInfinite(step)) {
      throw new IllegalArgumentException("a step is at least 0: " + step);
    }
  }

  /**
   * The tokens after the step, and nothing else done to them.
   *
   * @param subspaces of the tokens' width
   */
  public Tokens of(Tokens tokens, Subspaces subspaces) {
    return descent(tokens, subspaces).after(step);
  }

  /** The way that steps of every size go from these tokens; its gradient is computed once. */
  public Descent descent(Tokens tokens, Subspaces subspaces) {
    double curvature = rate.scale(subspaces.dimension(), tokens.count());
    return new Descent(tokens, form.at(tokens, subspaces, rate), curvature);
  }

  /**
   * A line down which tokens move.
   *
   * @param curvature the unit of steps is 1 over it
   */
  public record Descent(Tokens from, Tokens gradient, double curvature) {

    /** The tokens after a step, in units of 1 over the curvature. */
    public Tokens after(double step) {
      return Tokens.ofColumns(from.matrix().sub(gradient.matrix().mul(step / curvature)));
    }
  }

  /** How near the form's gradient is to the exact one at these tokens. */
  public Agreement agreement(Tokens tokens, Subspaces subspaces) {
    Tokens exact = GradientForm.EXACT.at(tokens, subspaces, rate);
    Tokens formed = form.at(tokens, subspaces, rate);
    double lengths = exact.frobeniusNorm() * formed.frobeniusNorm();
    double cosine = exact.matrix().mul(formed.matrix()).sumNumber().doubleValue() / lengths;
    Tokens error = Tokens.ofColumns(formed.matrix().sub(exact.matrix()));
    return new Agreement(
        cosine,
        error.frobeniusNorm() / exact.frobeniusNorm(),
        GradientForm.attentionShare(tokens, subspaces, rate));
  }

  /**
   * A gradient beside the exact one; figures are not numbers where that is 0.
   *
   * @param cosine of the angle between the two
   * @param relativeError the length of their difference against that of the exact one
   * @param attentionShare the length of the multi-head subspace self-attention of the tokens
   *     against that of the tokens themselves
   */
  public record Agreement(double cosine, double relativeError, double attentionShare) {}
}
