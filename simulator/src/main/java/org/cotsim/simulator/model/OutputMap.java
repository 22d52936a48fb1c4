package org.cotsim.simulator.model;

/**
 * The linear map from the residual stream to one score per token; the arg max is the next token.
 *
 * @param map [vocabulary, width]
 * @param tieTolerance scores within this distance of the largest count as tied with it
 */
public record OutputMap(Affine map, double tieTolerance) {

  public OutputMap {
    if (!(tieTolerance >= 0) || Double.isInfinite(tieTolerance)) {
      throw new IllegalArgumentException("not a tie tolerance: " + tieTolerance);
    }
  }
}
