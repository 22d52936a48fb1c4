package org.cotsim.simulator.construct;

import java.util.Optional;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * How a model is built.
 *
 * @param hash the layer-norm hash by which positions are compared
 * @param positions where a token learns its position from
 * @param mask which positions a head may see, if not what the construction uses by itself
 * @param rightmost how the latest of several equal keys is found
 * @param arithmetic the arithmetic for which the certificate is made
 * @param certified whether an extent without a certificate is refused
 */
public record ConstructionOptions(
    Hash hash,
    Positions positions,
    Optional<Mask> mask,
    Rightmost rightmost,
    Arithmetic arithmetic,
    boolean certified) {

  /** The layer-norm hash by which positions are compared. */
  public enum Hash {
    /** {@code phi(k, 1)}, as published. */
    PLAIN,
    /** {@code phi(k, c)} with c near the largest count. */
    SCALED,
    /** The binary digits of a position, a sign each; for positions from an embedding. */
    DIGITS
  }

  /** Where a token learns its position from. */
  public enum Positions {
    /** Counting what it sees by attention: no positional embedding. */
    NONE,
    /** A positional embedding. */
    EMBEDDED
  }

  /** How the latest of several equal keys is found. */
  public enum Rightmost {
    /** By the number of earlier occurrences, counted by attention. */
    COUNTS,
    /** By a small bonus that grows with the position, as published. */
    DIFFERENCES
  }

  /** Scaled hash, no positional embedding, the construction's own mask, binary64, certified. */
  public static ConstructionOptions defaults() {
    return new ConstructionOptions(
        Hash.SCALED, Positions.NONE, Optional.empty(), Rightmost.COUNTS, Arithmetic.BINARY64, true);
  }

  public ConstructionOptions withHash(Hash other) {
    return new ConstructionOptions(other, positions, mask, rightmost, arithmetic, certified);
  }

  public ConstructionOptions withPositions(Positions other) {
    return new ConstructionOptions(hash, other, mask, rightmost, arithmetic, certified);
  }

  public ConstructionOptions withMask(Mask other) {
    return new ConstructionOptions(
        hash, positions, Optional.of(other), rightmost, arithmetic, certified);
  }

  public ConstructionOptions withRightmost(Rightmost other) {
    return new ConstructionOptions(hash, positions, mask, other, arithmetic, certified);
  }

  public ConstructionOptions withArithmetic(Arithmetic other) {
    return new ConstructionOptions(hash, positions, mask, rightmost, other, certified);
  }

  /** The same without the refusal, for experiments beyond what is certified. */
  public ConstructionOptions uncertified() {
    return new ConstructionOptions(hash, positions, mask, rightmost, arithmetic, false);
  }
}
