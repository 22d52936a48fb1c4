package org.cotsim.simulator.construct;

import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * How a model is built.
 *
 * @param hash the layer-norm hash by which positions are compared
 * @param positions where a token learns its position from
 * @param mask which positions a head may see
 * @param arithmetic the arithmetic for which the certificate is made
 * @param certified whether a length without a certificate is refused
 */
public record ConstructionOptions(
    Hash hash, Positions positions, Mask mask, Arithmetic arithmetic, boolean certified) {

  /** The layer-norm hash by which positions are compared. */
  public enum Hash {
    /** {@code phi(k, 1)}, as published. */
    PLAIN,
    /** {@code phi(k, c)} with c near the largest count. */
    SCALED
  }

  /** Where a token learns its position from. */
  public enum Positions {
    /** Counting what it sees by attention: no positional embedding. */
    NONE,
    /** A positional embedding. */
    EMBEDDED
  }

  /** Scaled hash, no positional embedding, causal mask, binary64, certified. */
  public static ConstructionOptions defaults() {
    return new ConstructionOptions(
        Hash.SCALED, Positions.NONE, Mask.CAUSAL, Arithmetic.BINARY64, true);
  }

  public ConstructionOptions withHash(Hash other) {
    return new ConstructionOptions(other, positions, mask, arithmetic, certified);
  }

  public ConstructionOptions withPositions(Positions other) {
    return new ConstructionOptions(hash, other, mask, arithmetic, certified);
  }

  public ConstructionOptions withMask(Mask other) {
    return new ConstructionOptions(hash, positions, other, arithmetic, certified);
  }

  public ConstructionOptions withArithmetic(Arithmetic other) {
    return new ConstructionOptions(hash, positions, mask, other, certified);
  }

  /** The same without the refusal, for experiments beyond what is certified. */
  public ConstructionOptions uncertified() {
    return new ConstructionOptions(hash, positions, mask, arithmetic, false);
  }
}
