package org.cotsim.simulator.sparserate;

/**
 * The sparse rate reduction, as something to be made small: the coding rate against the subspaces,
 * less the coding rate of the tokens, plus a price for each coordinate of a token that is not 0.
 *
 * <p>Source: equation 1 of Y. Yu and others (NeurIPS 2023), who make its negative large and count
 * the non-zeros of all tokens; here they are counted per token, as rates are.
 *
 * @param rate how rates are measured
 * @param weight the price of a non-zero, at least 0
 */
public record Objective(CodingRate rate, double weight) {

  public Objective {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is at least 0: " + weight);
    }
  }

  /** All its parts. */
  public Measure of(Subspaces subspaces, Tokens tokens) {
    double codingRate = rate.of(tokens);
    double against = rate.against(subspaces, tokens);
    double nonzero = tokens.nonzeroShare();
    double objective = against - codingRate + weight * nonzero * tokens.width();
    return new Measure(codingRate, against, nonzero, objective);
  }
}
